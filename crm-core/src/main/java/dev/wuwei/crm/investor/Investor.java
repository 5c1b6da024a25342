package dev.wuwei.crm.investor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.investor.InvestorCommand.AddContact;
import dev.wuwei.crm.investor.InvestorCommand.AssignCreditCode;
import dev.wuwei.crm.investor.InvestorCommand.ChangeContact;
import dev.wuwei.crm.investor.InvestorCommand.CorrectInvestor;
import dev.wuwei.crm.investor.InvestorCommand.EraseContact;
import dev.wuwei.crm.investor.InvestorCommand.MergeInvestor;
import dev.wuwei.crm.investor.InvestorCommand.RegisterInvestor;
import dev.wuwei.crm.investor.InvestorCommand.RemoveContact;
import dev.wuwei.crm.investor.InvestorCommand.RenameInvestor;
import dev.wuwei.crm.investor.InvestorCommand.UnmergeInvestor;
import dev.wuwei.crm.investor.InvestorEvent.ContactAdded;
import dev.wuwei.crm.investor.InvestorEvent.ContactChanged;
import dev.wuwei.crm.investor.InvestorEvent.ContactErased;
import dev.wuwei.crm.investor.InvestorEvent.ContactRemoved;
import dev.wuwei.crm.investor.InvestorEvent.CreditCodeAssigned;
import dev.wuwei.crm.investor.InvestorEvent.InvestorCorrected;
import dev.wuwei.crm.investor.InvestorEvent.InvestorMerged;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRegistered;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRenamed;
import dev.wuwei.crm.investor.InvestorEvent.InvestorUnmerged;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.CreditCode;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalDataKeys;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A company that invests, and the people who speak for it. One credit code belongs to one entry. */
@Aggregate(cache = "aggregateCache")
class Investor {
    private static final String CREDIT_CODES = "investor.credit-code";

    @AggregateIdentifier
    private InvestorId investorId;

    private Entry entry;
    private String entryEventId;
    private LocalDate registeredOn;
    private InvestorId mergedInto;
    private final Map<PersonId, Contact> contacts = new HashMap<>();
    private final Set<PersonId> everContacts = new HashSet<>();
    private final Set<PersonId> erased = new HashSet<>();

    protected Investor() {}

    @CommandHandler
    Investor(RegisterInvestor command, Dictionaries dictionaries, Uniqueness uniqueness, EventMeta meta) {
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.investorId(), "investorId"));
        Entry checked = Entry.check(
                command.legalName(),
                command.creditCode(),
                command.regionCode(),
                null,
                command.kind(),
                dictionaries,
                violations);
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.throwIfAny();
        if (checked.creditCode() != null) {
            uniqueness.take(CREDIT_CODES, checked.creditCode(), command.investorId(), "creditCode", meta);
        }
        apply(new InvestorRegistered(
                command.investorId(),
                checked.legalName(),
                checked.creditCode(),
                checked.region(),
                checked.kind(),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(RenameInvestor command, EventMeta meta) {
        requireOwnStanding();
        Violations violations = new Violations();
        String legalName = violations.value(() -> Checks.required(command.legalName(), Checks.NAME, "legalName"));
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.throwIfAny();
        if (legalName.equals(entry.legalName())) {
            throw new RuleViolated(InvestorRule.SAME_NAME);
        }
        apply(new InvestorRenamed(investorId, legalName, entry.legalName(), command.occurredOn()));
    }

    @CommandHandler
    void handle(CorrectInvestor command, Dictionaries dictionaries, Uniqueness uniqueness, EventMeta meta) {
        requireOwnStanding();
        Violations violations = new Violations();
        Entry corrected = Entry.check(
                command.legalName(),
                command.creditCode(),
                command.regionCode(),
                entry.region(),
                command.kind(),
                dictionaries,
                violations);
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        requireChange(!corrected.equals(entry));
        if (corrected.creditCode() != null) {
            takeCreditCode(corrected.creditCode(), uniqueness, meta);
        }
        if (entry.creditCode() != null && !entry.creditCode().equals(corrected.creditCode())) {
            uniqueness.release(CREDIT_CODES, entry.creditCode(), investorId);
        }
        apply(
                new InvestorCorrected(
                        investorId,
                        corrected.legalName(),
                        corrected.creditCode(),
                        corrected.region(),
                        corrected.kind(),
                        meta.today()),
                MetaData.with("correctionOf", entryEventId));
    }

    @CommandHandler
    void handle(AssignCreditCode command, Uniqueness uniqueness, EventMeta meta) {
        requireOwnStanding();
        Violations violations = new Violations();
        String creditCode = violations.value(() -> CreditCode.require(command.creditCode(), "creditCode"));
        violations.check(() -> sinceRegistered(command.occurredOn(), meta));
        violations.throwIfAny();
        if (entry.creditCode() != null) {
            throw new RuleViolated(InvestorRule.CREDIT_CODE_ALREADY_KNOWN);
        }
        takeCreditCode(creditCode, uniqueness, meta);
        apply(new CreditCodeAssigned(investorId, creditCode, command.occurredOn()));
    }

    @CommandHandler
    PersonId handle(AddContact command, EventMeta meta) {
        requireOwnStanding();
        PersonId personId = command.personId() == null ? PersonId.next() : command.personId();
        requireNotErased(personId);
        if (contacts.containsKey(personId)) {
            throw new RuleViolated(InvestorRule.CONTACT_ALREADY_KNOWN);
        }
        Violations violations = new Violations();
        Contact contact = Contact.check(
                command.name(), command.position(), command.phone(), command.email(), command.wechat(), violations);
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.throwIfAny();
        apply(new ContactAdded(
                investorId,
                personId,
                contact.name(),
                contact.position(),
                contact.phone(),
                contact.email(),
                contact.wechat(),
                command.occurredOn()));
        return personId;
    }

    @CommandHandler
    void handle(ChangeContact command, EventMeta meta) {
        requireOwnStanding();
        requireNotErased(command.personId());
        requireContact(command.personId());
        Violations violations = new Violations();
        Contact changed = Contact.check(
                command.name(), command.position(), command.phone(), command.email(), command.wechat(), violations);
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.throwIfAny();
        requireChange(!changed.equals(contacts.get(command.personId())));
        apply(new ContactChanged(
                investorId,
                command.personId(),
                changed.name(),
                changed.position(),
                changed.phone(),
                changed.email(),
                changed.wechat(),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(RemoveContact command, EventMeta meta) {
        requireOwnStanding();
        requireContact(command.personId());
        Violations violations = new Violations();
        violations.check(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.throwIfAny();
        apply(new ContactRemoved(investorId, command.personId(), command.occurredOn()));
    }

    /** The right to be forgotten holds whatever became of the company's entry, and for former contacts as well. */
    @CommandHandler
    void handle(EraseContact command, PersonalDataKeys keys, EventMeta meta) {
        requireNotErased(command.personId());
        if (!everContacts.contains(command.personId())) {
            throw new RuleViolated(InvestorRule.UNKNOWN_CONTACT);
        }
        Checks.reason(command.reason());
        keys.erase(command.personId());
        apply(new ContactErased(investorId, command.personId(), meta.today()));
    }

    /** The credit code stays with this entry; the other takes it over when it is assigned there. */
    @CommandHandler
    void handle(MergeInvestor command, Existence existence, Uniqueness uniqueness, EventMeta meta) {
        requireOwnStanding();
        InvestorId into = Checks.present(command.intoInvestorId(), "intoInvestorId");
        Checks.reason(command.reason());
        if (into.equals(investorId)) {
            throw new RuleViolated(InvestorRule.MERGE_INTO_ITSELF);
        }
        if (!Investors.exists(into, existence)) {
            throw new RuleViolated(InvestorRule.UNKNOWN_INVESTOR);
        }
        if (!Investors.MERGES.merge(investorId, into, uniqueness, meta)) {
            throw new RuleViolated(InvestorRule.MERGE_INTO_MERGED);
        }
        apply(new InvestorMerged(investorId, into, meta.today()));
    }

    @CommandHandler
    void handle(UnmergeInvestor command, Uniqueness uniqueness, EventMeta meta) {
        if (mergedInto == null) {
            throw new RuleViolated(InvestorRule.NOT_MERGED);
        }
        Checks.reason(command.reason());
        if (entry.creditCode() != null) {
            uniqueness.take(CREDIT_CODES, entry.creditCode(), investorId, "creditCode", meta);
        }
        Investors.MERGES.unmerge(investorId, mergedInto, uniqueness);
        apply(new InvestorUnmerged(investorId, mergedInto, meta.today()));
    }

    /** A code held by an entry that has gone into this one comes along. */
    private void takeCreditCode(String creditCode, Uniqueness uniqueness, EventMeta meta) {
        uniqueness
                .holder(CREDIT_CODES, creditCode)
                .map(holder -> InvestorId.of(holder.owner()))
                .filter(owner -> Investors.MERGES.isMergedInto(owner.toString(), investorId, uniqueness))
                .ifPresent(owner -> uniqueness.release(CREDIT_CODES, creditCode, owner));
        uniqueness.take(CREDIT_CODES, creditCode, investorId, "creditCode", meta);
    }

    private void requireOwnStanding() {
        if (mergedInto != null) {
            throw new RuleViolated(InvestorRule.MERGED);
        }
    }

    private void requireContact(PersonId personId) {
        if (!contacts.containsKey(personId)) {
            throw new RuleViolated(InvestorRule.UNKNOWN_CONTACT);
        }
    }

    private void requireNotErased(PersonId personId) {
        if (erased.contains(personId)) {
            throw new RuleViolated(InvestorRule.CONTACT_ERASED);
        }
    }

    private static void requireChange(boolean changed) {
        if (!changed) {
            throw new RuleViolated(InvestorRule.NOTHING_CHANGED);
        }
    }

    private void sinceRegistered(LocalDate occurredOn, EventMeta meta) {
        Checks.happened(occurredOn, meta.today(), "occurredOn");
        Checks.notBefore(occurredOn, registeredOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(InvestorRegistered event, @MessageIdentifier String eventId) {
        investorId = event.investorId();
        entry = new Entry(event.legalName(), event.creditCode(), event.region(), event.kind());
        entryEventId = eventId;
        registeredOn = event.occurredOn();
    }

    @EventSourcingHandler
    void on(InvestorRenamed event, @MessageIdentifier String eventId) {
        entry = new Entry(event.legalName(), entry.creditCode(), entry.region(), entry.kind());
        entryEventId = eventId;
    }

    @EventSourcingHandler
    void on(InvestorCorrected event, @MessageIdentifier String eventId) {
        entry = new Entry(event.legalName(), event.creditCode(), event.region(), event.kind());
        entryEventId = eventId;
    }

    @EventSourcingHandler
    void on(CreditCodeAssigned event, @MessageIdentifier String eventId) {
        entry = new Entry(entry.legalName(), event.creditCode(), entry.region(), entry.kind());
        entryEventId = eventId;
    }

    @EventSourcingHandler
    void on(ContactAdded event) {
        contacts.put(
                event.personId(),
                new Contact(event.name(), event.position(), event.phone(), event.email(), event.wechat()));
        everContacts.add(event.personId());
    }

    @EventSourcingHandler
    void on(ContactChanged event) {
        contacts.put(
                event.personId(),
                new Contact(event.name(), event.position(), event.phone(), event.email(), event.wechat()));
    }

    @EventSourcingHandler
    void on(ContactRemoved event) {
        contacts.remove(event.personId());
    }

    @EventSourcingHandler
    void on(ContactErased event) {
        erased.add(event.personId());
    }

    @EventSourcingHandler
    void on(InvestorMerged event) {
        mergedInto = event.intoInvestorId();
    }

    @EventSourcingHandler
    void on(InvestorUnmerged event) {
        mergedInto = null;
    }

    private record Entry(String legalName, String creditCode, Coded region, InvestorKind kind) {
        static Entry check(
                String legalName,
                String creditCode,
                String regionCode,
                Coded regionBefore,
                InvestorKind kind,
                Dictionaries dictionaries,
                Violations violations) {
            return new Entry(
                    violations.value(() -> Checks.required(legalName, Checks.NAME, "legalName")),
                    violations.value(() -> CreditCode.optional(creditCode, "creditCode")),
                    violations.value(
                            () -> dictionaries.optional(DictionaryKind.REGION, regionCode, regionBefore, "regionCode")),
                    kind);
        }
    }
}
