package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What a visit must be to be recorded, and how it is recorded. */
final class Visits {
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
                violations.value(() -> theirPeople(visit.theirPeople())),
                violations.value(() -> Checks.required(visit.summary(), Checks.TEXT, "visit.summary")),
                violations.value(() -> Checks.optional(visit.nextStep(), Checks.LINE, "visit.nextStep")),
                violations.value(() -> nextContact(visit.nextContactOn(), visit.occurredOn())),
                violations.value(() -> Checks.attachments(visit.attachments(), "visit.attachments")));
        violations.throwIfAny();
        return checked;
    }

    /** Whoever has left the service since still took part. */
    private static List<OurPerson> ourPeople(List<OurPerson> people, StaffDirectory directory) {
        if (people == null) {
            return List.of();
        }
        Checks.atMost(people, "visit.ourPeople");
        for (int i = 0; i < people.size(); i++) {
            String at = "visit.ourPeople[" + i + "]";
            OurPerson person = Checks.present(people.get(i), at);
            Checks.present(person.level(), at + ".level");
            if (directory
                    .account(Checks.present(person.staffId(), at + ".staffId"))
                    .isEmpty()) {
                throw RuleViolated.at(at + ".staffId", StaffRule.UNKNOWN_STAFF);
            }
        }
        return List.copyOf(people);
    }

    private static List<TheirPerson> theirPeople(List<TheirPerson> people) {
        if (people == null) {
            return List.of();
        }
        Checks.atMost(people, "visit.theirPeople");
        return IntStream.range(0, people.size())
                .mapToObj(i -> {
                    String at = "visit.theirPeople[" + i + "]";
                    TheirPerson person = Checks.present(people.get(i), at);
                    return new TheirPerson(
                            person.personId() == null ? PersonId.next() : person.personId(),
                            Checks.required(person.name(), Checks.NAME, at + ".name"),
                            Checks.optional(person.position(), Checks.NAME, at + ".position"));
                })
                .toList();
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
