package dev.wuwei.crm.projections.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTest {
    private final Random random = new Random(7);

    private List<UUID> keys(int count) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }

    @Test
    void none_that_was_added_is_denied_and_few_others_are_affirmed() {
        Sieve sieve = new Sieve();
        List<UUID> added = keys(300_000);
        added.forEach(sieve::add);
        assertThat(added).allMatch(sieve::mayHold);
        assertThat(keys(100_000).stream().filter(sieve::mayHold).count()).isLessThan(3_000);
    }

    @Test
    void neighbouring_numbers_lie_apart() {
        Sieve sieve = new Sieve();
        for (long number = 0; number < 100_000; number++) {
            sieve.add(number);
        }
        assertThat(Stream.iterate(100_000L, number -> number + 1)
                        .limit(100_000)
                        .filter(sieve::mayHold)
                        .count())
                .isLessThan(3_000);
    }
}
