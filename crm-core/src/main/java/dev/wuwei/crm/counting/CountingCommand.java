package dev.wuwei.crm.counting;

import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.AgreementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about counting policies (口径). */
public sealed interface CountingCommand extends Command {
    /** As {@link CountingRules.Exclusion}, with codes. */
    record Exclusion(
            String code,
            String name,
            List<ProjectKind> projectKinds,
            List<String> industryCodes,
            List<String> methodCodes,
            List<String> regionCodes,
            List<String> parkCodes,
            Money below) {}

    /** As {@link CountingRules}, with codes. */
    record Rules(
            List<AgreementKind> kinds,
            Upgrade upgrade,
            AmountChange amountChange,
            Ending ending,
            Integer lateAfterDays,
            boolean creditFollowsOwner,
            List<Exclusion> exclusions,
            List<BigDecimal> bands) {}

    /** Version 1 of a policy. It counts nothing by default until it is adopted. */
    @Allowed({Role.ADMINISTRATOR, Role.LEADER})
    record DefineCountingPolicy(
            @TargetAggregateIdentifier @NewId CountingPolicyId policyId,
            String code,
            String name,
            Rules rules,
            LocalDate occurredOn)
            implements CountingCommand {}

    /** The next version. Those before it stay as they are: what was counted by them is counted by them for ever. */
    @Allowed({Role.ADMINISTRATOR, Role.LEADER})
    record ReviseCountingPolicy(
            @TargetAggregateIdentifier CountingPolicyId policyId,
            String name,
            Rules rules,
            LocalDate occurredOn,
            String reason)
            implements CountingCommand, Reasoned {}

    /** @param from business date from which figures are counted by it where nobody names a policy */
    @Allowed(Role.LEADER)
    record AdoptCountingPolicy(
            @TargetAggregateIdentifier CountingPolicyId policyId,
            int version,
            LocalDate from,
            LocalDate occurredOn,
            String reason)
            implements CountingCommand, Reasoned {}

    /** @param from business date from which the shipped policy counts again */
    @Allowed(Role.LEADER)
    record RetireCountingPolicy(
            @TargetAggregateIdentifier CountingPolicyId policyId, LocalDate from, LocalDate occurredOn, String reason)
            implements CountingCommand, Reasoned {}
}
