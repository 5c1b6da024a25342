package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about recounts (数据核对). */
public sealed interface TotalsCheckCommand extends Command {

    /**
     * Sent by the job that has recounted; see {@link TotalsCheckEvent.TotalsChecked}.
     *
     * @param differences all of them
     */
    @Allowed(Role.SYSTEM)
    record RecordTotalsCheck(
            @TargetAggregateIdentifier @NewId TotalsCheckId checkId,
            long position,
            List<String> policies,
            int projects,
            long figures,
            List<TotalsDifference> differences,
            LocalDate occurredOn)
            implements TotalsCheckCommand {}
}
