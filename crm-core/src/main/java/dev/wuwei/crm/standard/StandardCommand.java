package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.OnlyOne;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about standards (标准). {@code occurredOn} is when it was decided. */
public sealed interface StandardCommand extends Command, Reasoned {
    StandardsId standardsId();

    Standard standard();

    LocalDate occurredOn();

    /**
     * @param limit in the unit of the standard
     * @param holdsFrom business date, after that of the last adoption
     */
    @Allowed(Role.LEADER)
    record AdoptStandard(
            @TargetAggregateIdentifier @OnlyOne StandardsId standardsId,
            Standard standard,
            BigDecimal limit,
            LocalDate holdsFrom,
            LocalDate occurredOn,
            String reason)
            implements StandardCommand {
        public AdoptStandard {
            standardsId = standardsId == null ? StandardsId.ALL : standardsId;
        }
    }

    /** Takes the last adoption back, as if it had never been: what held before holds on. */
    @Allowed(Role.LEADER)
    record WithdrawStandard(
            @TargetAggregateIdentifier @OnlyOne StandardsId standardsId,
            Standard standard,
            LocalDate occurredOn,
            String reason)
            implements StandardCommand {
        public WithdrawStandard {
            standardsId = standardsId == null ? StandardsId.ALL : standardsId;
        }
    }
}
