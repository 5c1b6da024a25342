package dev.wuwei.crm.counting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.counting.CountingCommand.AdoptCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.RetireCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.ReviseCountingPolicy;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyAdopted;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyDefined;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRetired;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRevised;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A counting policy and its versions. A version is never changed: another way of counting is another version. */
@Aggregate(cache = "aggregateCache")
class CountingPolicy {
    private static final String CODES = "counting.policy-code";

    @AggregateIdentifier
    private CountingPolicyId id;

    private String code;
    private String name;
    private final List<CountingRules> versions = new ArrayList<>();
    private LocalDate lastStepOn;
    private LocalDate countsFrom;
    private int countingVersion;

    CountingPolicy() {}

    @CommandHandler
    CountingPolicy(DefineCountingPolicy command, EventMeta meta, Dictionaries dictionaries, Uniqueness uniqueness) {
        Violations found = new Violations();
        found.check(() -> Checks.present(command.policyId(), "policyId"));
        String checkedCode = found.value(() -> CountingChecks.code(command.code()));
        String checkedName = found.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        CountingRules rules = found.value(() -> CountingChecks.rules(command.rules(), dictionaries));
        found.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        ParkScope.checkAll(meta);
        uniqueness.take(CODES, checkedCode, command.policyId(), "code", meta);
        apply(new CountingPolicyDefined(command.policyId(), checkedCode, 1, checkedName, rules, command.occurredOn()));
    }

    @CommandHandler
    void handle(ReviseCountingPolicy command, EventMeta meta, Dictionaries dictionaries) {
        ParkScope.checkAll(meta);
        Violations found = new Violations();
        String newName = found.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        CountingRules rules = found.value(() -> CountingChecks.rules(command.rules(), dictionaries));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        if (rules.equals(versions.getLast())) {
            throw new RuleViolated(CountingRule.NOTHING_CHANGED, versions.size());
        }
        apply(new CountingPolicyRevised(id, code, versions.size() + 1, newName, rules, command.occurredOn()));
    }

    @CommandHandler
    void handle(AdoptCountingPolicy command, EventMeta meta) {
        ParkScope.checkAll(meta);
        Violations found = new Violations();
        found.when(
                command.version() < 1 || command.version() > versions.size(),
                CountingRule.UNKNOWN_VERSION,
                versions.size());
        found.check(() -> Checks.plausible(command.from(), "from"));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        if (command.version() == countingVersion && command.from().equals(countsFrom)) {
            throw new RuleViolated(CountingRule.ALREADY_ADOPTED, countsFrom);
        }
        apply(new CountingPolicyAdopted(id, code, command.version(), command.from(), command.occurredOn()));
    }

    @CommandHandler
    void handle(RetireCountingPolicy command, EventMeta meta) {
        ParkScope.checkAll(meta);
        if (countsFrom == null) {
            throw new RuleViolated(CountingRule.NOT_ADOPTED);
        }
        Violations found = new Violations();
        found.check(() -> Checks.notBefore(Checks.plausible(command.from(), "from"), countsFrom, "from"));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        apply(new CountingPolicyRetired(id, code, command.from(), command.occurredOn()));
    }

    private void next(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        Checks.notBefore(date, lastStepOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(CountingEvent event) {
        lastStepOn = event.occurredOn();
        switch (event) {
            case CountingPolicyDefined e -> {
                id = e.policyId();
                code = e.code();
                name = e.name();
                versions.add(e.rules());
            }
            case CountingPolicyRevised e -> {
                name = e.name();
                versions.add(e.rules());
            }
            case CountingPolicyAdopted e -> {
                countingVersion = e.version();
                countsFrom = e.from();
            }
            case CountingPolicyRetired e -> {
                countingVersion = 0;
                countsFrom = null;
            }
        }
    }
}
