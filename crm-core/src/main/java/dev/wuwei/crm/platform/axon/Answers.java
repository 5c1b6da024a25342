package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.ProjectId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/** Makes the answer to a command out of the events it led to. */
final class Answers {
    private record Accessors(RecordComponent projectId, RecordComponent projectNo) {}

    private static final ClassValue<Accessors> ACCESSORS = new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
            return new Accessors(
                    component(type, "projectId", ProjectId.class), component(type, "projectNo", String.class));
        }
    };

    private Answers() {}

    /**
     * @param appended in order
     * @param aggregate the aggregate that the command went to; {@code null} for that of the first event
     */
    static CommandResult of(List<Dispatch.Appended> appended, String aggregate) {
        String id = aggregate == null ? appended.getFirst().event().getAggregateIdentifier() : aggregate;
        ProjectId projectId = null;
        String projectNo = null;
        long sequence = -1;
        long position = 0;
        for (Dispatch.Appended each : appended) {
            DomainEventMessage<?> event = each.event();
            Accessors accessors = ACCESSORS.get(event.getPayloadType());
            projectId = projectId == null ? (ProjectId) value(accessors.projectId, event.getPayload()) : projectId;
            projectNo = projectNo == null ? (String) value(accessors.projectNo, event.getPayload()) : projectNo;
            sequence = event.getAggregateIdentifier().equals(id) ? event.getSequenceNumber() : sequence;
            position = Math.max(position, each.position());
        }
        return new CommandResult(id, projectId, projectNo, sequence, position);
    }

    private static RecordComponent component(Class<?> type, String name, Class<?> of) {
        Optional<RecordComponent> found = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getName().equals(name) && component.getType() == of)
                        .findFirst()
                : Optional.empty();
        found.ifPresent(component -> component.getAccessor().setAccessible(true));
        return found.orElse(null);
    }

    private static Object value(RecordComponent component, Object event) {
        try {
            return component == null ? null : component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
