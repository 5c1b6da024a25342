package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import java.time.LocalDate;
import java.util.List;

/** What a visit must be to be recorded, and how it is recorded. */
final class Visits {
    private static final String OUR_PEOPLE = "visit.ourPeople";

    private Visits() {}

    /** @throws RuleViolated naming every field that is wrong */
    static VisitDetails check(VisitDetails visit, StaffDirectory directory, EventMeta meta) {
        Checks.present(visit, "visit");
        Violations violations = new Violations();
        VisitDetails checked = new VisitDetails(
                violations.value(() -> Checks.present(visit.kind(), "visit.kind")),
                violations.value(() -> Checks.happened(visit.occurredOn(), meta.today(), "visit.occurredOn")),
                violations.value(() -> Checks.optional(visit.place(), Checks.LINE, "visit.place")),
                violations.value(() -> ourPeople(visit.ourPeople(), directory)),
                violations.value(() -> MeetingChecks.theirPeople(visit.theirPeople(), "visit.theirPeople")),
                violations.value(() -> Checks.required(visit.summary(), Checks.TEXT, "visit.summary")),
                violations.value(() -> Checks.optional(visit.nextStep(), Checks.LINE, "visit.nextStep")),
                violations.value(() -> nextContact(visit.nextContactOn(), visit.occurredOn())),
                violations.value(() -> MeetingChecks.attachments(visit.attachments(), "visit.attachments")));
        violations.throwIfAny();
        return checked;
    }

    /** Whoever has left the service since still took part. */
    private static List<OurPerson> ourPeople(List<OurPerson> people, StaffDirectory directory) {
        return MeetingChecks.each(MeetingChecks.ourPeople(people, OUR_PEOPLE), OUR_PEOPLE, (person, at) -> {
            if (!directory.isKnown(person.staffId())) {
                throw RuleViolated.at(at + ".staffId", StaffRule.UNKNOWN_STAFF);
            }
            return person;
        });
    }

    private static LocalDate nextContact(LocalDate next, LocalDate visited) {
        if (next == null) {
            return null;
        }
        Checks.plausible(next, "visit.nextContactOn");
        if (visited != null && next.isBefore(visited)) {
            throw new RuleViolated(LeadRule.NEXT_CONTACT_BEFORE_VISIT);
        }
        return next;
    }
}
