package dev.wuwei.crm.investor;

import static dev.wuwei.crm.investor.InvestorHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.investor.InvestorCommand.RemoveContact;
import dev.wuwei.crm.investor.InvestorEvent.ContactRemoved;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import org.junit.jupiter.api.Test;

class RemoveContactTest {
    private final AggregateScenario<Investor> investor = investor();

    @Test
    void emits_contact_removed() {
        investor.given(registered(), contact())
                .when(new RemoveContact(INVESTOR, PERSON, TODAY, REASON))
                .emits(new ContactRemoved(INVESTOR, PERSON, TODAY));
    }

    @Test
    void rejects_unknown_contact() {
        investor.given(registered())
                .when(new RemoveContact(INVESTOR, PERSON, TODAY, REASON))
                .rejects(InvestorRule.UNKNOWN_CONTACT);
    }

    @Test
    void rejects_second_removal() {
        investor.given(registered(), contact(), removed())
                .when(new RemoveContact(INVESTOR, PERSON, TODAY, REASON))
                .rejects(InvestorRule.UNKNOWN_CONTACT);
    }

    @Test
    void rejects_missing_reason_and_date_at_once() {
        investor.given(registered(), contact())
                .when(new RemoveContact(INVESTOR, PERSON, null, null))
                .rejectsAll(SharedRule.REASON_REQUIRED, SharedRule.REQUIRED);
    }

    @Test
    void rejects_date_in_the_future() {
        investor.given(registered(), contact())
                .when(new RemoveContact(INVESTOR, PERSON, TODAY.plusDays(1), REASON))
                .rejects(SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_investor_that_has_gone_into_another() {
        investor.given(registered(), contact(), merged())
                .when(new RemoveContact(INVESTOR, PERSON, TODAY, REASON))
                .rejects(InvestorRule.MERGED);
    }
}
