package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;

/** One project on the list, as it was called on the day on which the list was frozen. @param signed CNY */
public record ScopeEntry(
        ProjectId projectId,
        String projectNo,
        String name,
        Coded park,
        Coded industry,
        Money signed,
        LocalDate signedOn) {}
