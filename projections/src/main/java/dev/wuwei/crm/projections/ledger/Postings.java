package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers a project's contributions to all figures on one day. */
final class Postings {
    private record Key(Measure measure, LocalDate bookedOn, Currency currency) {}

    private static final Comparator<Posting> ORDER = Comparator.comparing(Posting::measure)
            .thenComparing(Posting::bookedOn)
            .thenComparing(Posting::currency);

    private final Map<Key, Posting> postings = new LinkedHashMap<>();

    void add(Measure measure, LocalDate bookedOn, Currency currency, int count, BigDecimal amount) {
        postings.merge(
                new Key(measure, bookedOn, currency),
                new Posting(measure, bookedOn, currency, count, amount),
                (one, other) -> new Posting(
                        measure,
                        bookedOn,
                        currency,
                        one.count() + other.count(),
                        one.amount().add(other.amount())));
    }

    /** Money that came in entries counts a project once, on the day of the first. */
    void countFirst(Measure measure) {
        postings.values().stream()
                .filter(posting ->
                        posting.measure() == measure && posting.amount().signum() != 0)
                .min(Comparator.comparing(Posting::bookedOn))
                .ifPresent(first -> add(measure, first.bookedOn(), first.currency(), 1, BigDecimal.ZERO));
    }

    BigDecimal sum(Measure measure) {
        return postings.values().stream()
                .filter(posting -> posting.measure() == measure)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Posting> list() {
        List<Posting> list = new ArrayList<>(postings.values());
        list.removeIf(posting -> posting.count() == 0 && posting.amount().signum() == 0);
        list.sort(ORDER);
        return List.copyOf(list);
    }
}
