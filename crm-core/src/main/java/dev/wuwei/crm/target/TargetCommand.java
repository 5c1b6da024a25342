package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about targets (目标). */
public sealed interface TargetCommand extends Command {

    /**
     * Whose it is: of {@code parkCode}, {@code teamId} and {@code staffId} the one that the kind asks for, and no other.
     *
     * @param staffId owner of a {@link ScopeKind#PERSON} target, linking leader of a {@link ScopeKind#LEADER} one
     */
    record Scope(ScopeKind kind, String parkCode, TeamId teamId, StaffId staffId) {}

    /**
     * 下达目标. There is one for each scope, period and measure.
     *
     * @param basis 依据: the document or meeting that it comes from, or {@code null}
     */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record SetTarget(
            @TargetAggregateIdentifier @NewId TargetId targetId,
            TargetMeasure measure,
            Scope scope,
            TargetPeriod period,
            TargetValue value,
            String basis,
            LocalDate occurredOn)
            implements TargetCommand {}

    /** 调整目标. What it was before stays to be seen. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record ReviseTarget(
            @TargetAggregateIdentifier TargetId targetId,
            TargetValue value,
            String basis,
            LocalDate occurredOn,
            String reason)
            implements TargetCommand, Reasoned {}

    /** 撤销目标. Another one may then be set for the same scope, period and measure. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD})
    record WithdrawTarget(@TargetAggregateIdentifier TargetId targetId, LocalDate occurredOn, String reason)
            implements TargetCommand, Reasoned {}
}
