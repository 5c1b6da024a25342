package dev.wuwei.crm.lead;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectKind;

/** {@link LeadDetails} as recorded: with the names that the codes had on the day. */
public record LeadProfile(
        String name,
        InvestorId investorId,
        PersonId contactId,
        Coded source,
        String sourceNote,
        Coded method,
        Coded region,
        Coded industry,
        Coded gbt4754,
        Coded chain,
        Money intendedInvestment,
        Area landNeed,
        Area factoryNeed,
        ProjectKind kind,
        String summary) {}
