package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.ProjectNumbers;
import java.util.HashMap;
import java.util.Map;

/** Counts from 1 in every year. */
public final class TestProjectNumbers implements ProjectNumbers {
    private final Map<Integer, Integer> last = new HashMap<>();

    @Override
    public String next(int year) {
        return "ZS-%d-%04d".formatted(year, last.merge(year, 1, Integer::sum));
    }
}
