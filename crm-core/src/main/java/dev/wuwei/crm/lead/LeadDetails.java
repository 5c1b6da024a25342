package dev.wuwei.crm.lead;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectKind;

/**
 * What is entered about a lead; codes are looked up in the dictionaries.
 *
 * @param name name of the project
 * @param contactId one of the investor's contacts
 * @param sourceCode where the information came from (信息来源)
 * @param methodCode how the project was won (招商方式)
 * @param regionCode where the investor comes from
 * @param industryCode local industry class (产业门类)
 * @param gbt4754Code GB/T 4754-2017 code, optional
 * @param chainCode local industrial chain, optional
 * @param intendedInvestment in CNY or USD, optional until adoption
 */
public record LeadDetails(
        String name,
        InvestorId investorId,
        PersonId contactId,
        String sourceCode,
        String sourceNote,
        String methodCode,
        String regionCode,
        String industryCode,
        String gbt4754Code,
        String chainCode,
        Money intendedInvestment,
        Area landNeed,
        Area factoryNeed,
        ProjectKind kind,
        String summary) {}
