package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DataSubject;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import java.time.LocalDate;

/** What happened to an investor (企业). */
public sealed interface InvestorEvent extends DomainEvent {
    InvestorId investorId();

    record InvestorRegistered(
            InvestorId investorId,
            String legalName,
            String creditCode,
            Coded region,
            InvestorKind kind,
            LocalDate occurredOn)
            implements InvestorEvent {}

    record InvestorRenamed(InvestorId investorId, String legalName, String formerName, LocalDate occurredOn)
            implements InvestorEvent {}

    record InvestorCorrected(
            InvestorId investorId,
            String legalName,
            String creditCode,
            Coded region,
            InvestorKind kind,
            LocalDate occurredOn)
            implements InvestorEvent {}

    record CreditCodeAssigned(InvestorId investorId, String creditCode, LocalDate occurredOn)
            implements InvestorEvent {}

    record ContactAdded(
            InvestorId investorId,
            @DataSubject PersonId personId,
            @PersonalData String name,
            String position,
            @PersonalData String phone,
            @PersonalData String email,
            @PersonalData String wechat,
            LocalDate occurredOn)
            implements InvestorEvent {}

    record ContactChanged(
            InvestorId investorId,
            @DataSubject PersonId personId,
            @PersonalData String name,
            String position,
            @PersonalData String phone,
            @PersonalData String email,
            @PersonalData String wechat,
            LocalDate occurredOn)
            implements InvestorEvent {}

    record ContactRemoved(InvestorId investorId, PersonId personId, LocalDate occurredOn) implements InvestorEvent {}

    record ContactErased(InvestorId investorId, PersonId personId, LocalDate occurredOn) implements InvestorEvent {}

    record InvestorMerged(InvestorId investorId, InvestorId intoInvestorId, LocalDate occurredOn)
            implements InvestorEvent {}

    record InvestorUnmerged(InvestorId investorId, InvestorId fromInvestorId, LocalDate occurredOn)
            implements InvestorEvent {}
}
