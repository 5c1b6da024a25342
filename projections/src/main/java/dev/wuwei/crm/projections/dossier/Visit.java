package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.projections.timeline.FieldChange.Attendee;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.TheirPerson;
import java.time.LocalDate;
import java.util.List;

/**
 * A visit as it is known, with what it was taken for before.
 *
 * @param theirPeople names are in {@link DossierView#persons}
 * @param earlier what stood before each correction, the latest first; each with the entry that replaced it in
 *     {@code superseded}
 * @param superseded the entry by which this version was corrected, {@code null} for the one that stands
 * @param withdrawn the entry that took the visit back, {@code null} while it stands; shown struck through
 */
public record Visit(
        VisitId visitId,
        VisitKind kind,
        LocalDate occurredOn,
        String place,
        List<OurPerson> ourPeople,
        List<Attendee> theirPeople,
        String summary,
        String nextStep,
        LocalDate nextContactOn,
        List<Attachment> attachments,
        Entered entered,
        List<Visit> earlier,
        Entered superseded,
        Entered withdrawn) {

    static Visit of(VisitId id, VisitDetails details, Entered entered, List<Visit> earlier) {
        return new Visit(
                id,
                details.kind(),
                details.occurredOn(),
                details.place(),
                orEmpty(details.ourPeople()),
                attendees(details.theirPeople()),
                details.summary(),
                details.nextStep(),
                details.nextContactOn(),
                orEmpty(details.attachments()),
                entered,
                earlier,
                null,
                null);
    }

    Visit superseded(Entered by) {
        return new Visit(
                visitId,
                kind,
                occurredOn,
                place,
                ourPeople,
                theirPeople,
                summary,
                nextStep,
                nextContactOn,
                attachments,
                entered,
                List.of(),
                by,
                null);
    }

    Visit withdrawn(Entered by) {
        return new Visit(
                visitId,
                kind,
                occurredOn,
                place,
                ourPeople,
                theirPeople,
                summary,
                nextStep,
                nextContactOn,
                attachments,
                entered,
                earlier,
                null,
                by);
    }

    static List<Attendee> attendees(List<TheirPerson> people) {
        return people == null
                ? List.of()
                : people.stream()
                        .map(person -> new Attendee(person.personId(), person.position()))
                        .toList();
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
