package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Money;

/** Planned investment of one year (年度投资计划). */
public record YearAmount(int year, Money amount) {}
