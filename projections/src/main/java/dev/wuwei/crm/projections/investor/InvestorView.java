package dev.wuwei.crm.projections.investor;

import java.util.List;

/** One investor with its contacts, those removed and erased too. */
public record InvestorView(InvestorRow investor, List<Contact> contacts, List<InvestorRow> mergedFrom, long sequence) {}
