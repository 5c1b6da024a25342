package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import java.time.LocalDate;

/**
 * A phase (一期, 二期, 首条生产线) with the dates agreed for it. Dates not agreed are {@code null}.
 *
 * @param name unique within the agreement
 */
public record AgreedPhase(
        String name,
        Money investment,
        Area land,
        LocalDate startBy,
        LocalDate completeBy,
        LocalDate produceBy,
        LocalDate scaleUpBy,
        LocalDate fullCapacityBy) {}
