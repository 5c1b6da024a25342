package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about an investor (企业). */
public sealed interface InvestorCommand extends Command {

    /** @param creditCode 18 characters with a right check character, or {@code null} while it is not known */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record RegisterInvestor(
            @TargetAggregateIdentifier @NewId InvestorId investorId,
            String legalName,
            String creditCode,
            String regionCode,
            InvestorKind kind,
            LocalDate occurredOn)
            implements InvestorCommand {}

    /** The company took another name; the old one stays findable. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RenameInvestor(@TargetAggregateIdentifier InvestorId investorId, String legalName, LocalDate occurredOn)
            implements InvestorCommand {}

    /** The entry was wrong. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record CorrectInvestor(
            @TargetAggregateIdentifier InvestorId investorId,
            String legalName,
            String creditCode,
            String regionCode,
            InvestorKind kind,
            String reason)
            implements InvestorCommand, Reasoned {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AssignCreditCode(@TargetAggregateIdentifier InvestorId investorId, String creditCode, LocalDate occurredOn)
            implements InvestorCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record AddContact(
            @TargetAggregateIdentifier InvestorId investorId,
            @NewId PersonId personId,
            String name,
            String position,
            String phone,
            String email,
            String wechat,
            LocalDate occurredOn)
            implements InvestorCommand {}

    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record ChangeContact(
            @TargetAggregateIdentifier InvestorId investorId,
            PersonId personId,
            String name,
            String position,
            String phone,
            String email,
            String wechat,
            LocalDate occurredOn)
            implements InvestorCommand {}

    /** The person no longer speaks for the company; history keeps the person. */
    @Allowed({Role.PROMOTER, Role.DEPARTMENT_HEAD})
    record RemoveContact(
            @TargetAggregateIdentifier InvestorId investorId, PersonId personId, LocalDate occurredOn, String reason)
            implements InvestorCommand, Reasoned {}

    /** The person asks to be forgotten: the key is erased, every screen shows 〔已删除〕, totals and proofs still hold. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record EraseContact(@TargetAggregateIdentifier InvestorId investorId, PersonId personId, String reason)
            implements InvestorCommand, Reasoned {}

    /** Two entries are one company; this one goes into the other. */
    @Allowed({Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record MergeInvestor(@TargetAggregateIdentifier InvestorId investorId, InvestorId intoInvestorId, String reason)
            implements InvestorCommand, Reasoned {}

    @Allowed({Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record UnmergeInvestor(@TargetAggregateIdentifier InvestorId investorId, String reason)
            implements InvestorCommand, Reasoned {}
}
