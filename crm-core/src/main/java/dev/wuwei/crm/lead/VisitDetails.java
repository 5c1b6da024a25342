package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.TheirPerson;
import java.time.LocalDate;
import java.util.List;

/**
 * What is noted of a visit. Only the summary must be written; the rest comes with the form.
 *
 * @param occurredOn never in the future; before the lead was registered is allowed and marked as late reporting
 * @param nextContactOn makes a reminder; never before the visit
 */
public record VisitDetails(
        VisitKind kind,
        LocalDate occurredOn,
        String place,
        List<OurPerson> ourPeople,
        List<TheirPerson> theirPeople,
        String summary,
        String nextStep,
        LocalDate nextContactOn,
        List<Attachment> attachments) {}
