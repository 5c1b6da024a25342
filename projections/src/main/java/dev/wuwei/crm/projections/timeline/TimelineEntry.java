package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One event as the history and the audit show it. The sentence is made by the screen from {@code name}, {@code facts} and
 * {@code changes}.
 *
 * @param position place in the store; the order in which things were recorded
 * @param name logical name, {@code lead.VisitLogged}
 * @param projectId {@code null} for events of investors, accounts and teams; so are number and name of the project
 * @param correctionOf id of the event that this one corrects, or {@code null}
 * @param correctedBy position of the event that corrected this one, or {@code null}
 * @param corrects it sets an earlier entry right or takes it back
 * @param daysLate days between what happened and its entry; 0 for corrections
 * @param facts the event's components, personal data left out
 */
public record TimelineEntry(
        long position,
        String eventId,
        UUID aggregateId,
        long sequence,
        String name,
        Topic topic,
        ProjectId projectId,
        String projectNo,
        String projectName,
        LocalDate occurredOn,
        Instant recordedAt,
        StaffId recordedBy,
        StaffId onBehalfOf,
        Set<Role> roles,
        Channel channel,
        String reason,
        String correctionOf,
        Long correctedBy,
        boolean corrects,
        int daysLate,
        String importBatch,
        List<FieldChange> changes,
        JsonNode facts) {

    /** @return capability of the event, {@code lead} */
    public String capability() {
        return name.substring(0, name.indexOf('.'));
    }

    /** @return a component as text, {@code null} when it is missing */
    public String fact(String component) {
        JsonNode value = facts.path(component);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
