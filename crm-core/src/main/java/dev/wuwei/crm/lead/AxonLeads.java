package dev.wuwei.crm.lead;

import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Loads the lead in the unit of work of the command that asks. */
@Component
class AxonLeads implements Leads {
    private final ObjectProvider<Repository<Lead>> leads;

    AxonLeads(ObjectProvider<Repository<Lead>> leads) {
        this.leads = leads;
    }

    @Override
    public Optional<Known> find(LeadId leadId) {
        try {
            return Optional.of(leads.getObject().load(leadId.toString()).invoke(Lead::known));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }
}
