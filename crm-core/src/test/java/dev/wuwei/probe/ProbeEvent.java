package dev.wuwei.probe;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TheirPerson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

public sealed interface ProbeEvent extends DomainEvent {
    ProbeId probeId();

    record ProbeOpened(ProbeId probeId, ProjectId projectId, String projectNo, String label, LocalDate occurredOn)
            implements ProbeEvent {}

    @Revision("2")
    record ProbeNoted(ProbeId probeId, String text, LocalDate occurredOn) implements ProbeEvent {}

    record ProbeMeasured(
            ProbeId probeId,
            Money amount,
            Area area,
            BigDecimal ratio,
            Coded park,
            Instant measuredAt,
            List<ProjectId> related,
            LocalDate occurredOn)
            implements ProbeEvent {}

    record PeopleMet(ProbeId probeId, List<TheirPerson> people, TheirPerson host, LocalDate occurredOn)
            implements ProbeEvent {}

    record ProbeAcknowledged(ProbeId probeId, LocalDate occurredOn) implements ProbeEvent {}
}
