package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Which projects a campaign looks back at: formal agreements in force or fulfilled on the cut-off date.
 *
 * @param signedFrom first and
 * @param signedTo last signing date, both included
 * @param parks empty for all
 * @param industries empty for all
 * @param atLeast signed investment in CNY, or {@code null} for any
 */
public record ScopeRule(
        LocalDate signedFrom, LocalDate signedTo, List<Coded> parks, List<Coded> industries, Money atLeast) {}
