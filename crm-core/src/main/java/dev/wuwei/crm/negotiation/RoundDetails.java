package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.TheirPerson;
import java.time.LocalDate;
import java.util.List;

/** What is noted of one round of talks. */
public record RoundDetails(
        LocalDate occurredOn,
        String place,
        List<OurPerson> ourPeople,
        List<TheirPerson> theirPeople,
        String summary,
        List<TopicPosition> positions,
        String nextStep,
        LocalDate nextRoundOn,
        List<Attachment> attachments) {}
