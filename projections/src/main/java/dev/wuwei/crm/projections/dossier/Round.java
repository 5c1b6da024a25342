package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.negotiation.RoundDetails;
import dev.wuwei.crm.negotiation.RoundId;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.timeline.FieldChange.Attendee;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OurPerson;
import java.time.LocalDate;
import java.util.List;

/**
 * A round of talks as it is known, with what it was taken for before.
 *
 * @param carriedOver topics that were still open from the rounds before
 * @param earlier what stood before each correction, the latest first
 * @param superseded the entry by which this version was corrected, {@code null} for the one that stands
 */
public record Round(
        RoundId roundId,
        int number,
        LocalDate occurredOn,
        String place,
        List<OurPerson> ourPeople,
        List<Attendee> theirPeople,
        String summary,
        List<TopicPosition> positions,
        List<TopicPosition> carriedOver,
        String nextStep,
        LocalDate nextRoundOn,
        List<Attachment> attachments,
        Entered entered,
        List<Round> earlier,
        Entered superseded) {

    static Round of(
            RoundId id,
            int number,
            RoundDetails details,
            List<TopicPosition> carriedOver,
            Entered entered,
            List<Round> earlier) {
        return new Round(
                id,
                number,
                details.occurredOn(),
                details.place(),
                Visit.orEmpty(details.ourPeople()),
                Visit.attendees(details.theirPeople()),
                details.summary(),
                Visit.orEmpty(details.positions()),
                Visit.orEmpty(carriedOver),
                details.nextStep(),
                details.nextRoundOn(),
                Visit.orEmpty(details.attachments()),
                entered,
                earlier,
                null);
    }

    Round superseded(Entered by) {
        return new Round(
                roundId,
                number,
                occurredOn,
                place,
                ourPeople,
                theirPeople,
                summary,
                positions,
                carriedOver,
                nextStep,
                nextRoundOn,
                attachments,
                entered,
                List.of(),
                by);
    }
}
