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

    void add(Posting posting) {
        postings.merge(
                new Key(posting.measure(), posting.bookedOn(), posting.currency()),
                posting,
                (one, other) -> new Posting(
                        one.measure(),
                        one.bookedOn(),
                        one.currency(),
                        one.count() + other.count(),
                        one.amount().add(other.amount())));
    }

    /** Money that came in entries counts a project once, on the day of the first. */
    void countFirst(Measure measure) {
        postings.values().stream()
                .filter(posting ->
                        posting.measure() == measure && posting.amount().signum() != 0)
                .min(Comparator.comparing(Posting::bookedOn))
                .ifPresent(first -> add(new Posting(measure, first.bookedOn(), first.currency(), 1, BigDecimal.ZERO)));
    }

    List<Posting> list() {
        List<Posting> list = new ArrayList<>(postings.values());
        list.removeIf(posting -> posting.count() == 0 && posting.amount().signum() == 0);
        list.sort(ORDER);
        return List.copyOf(list);
    }
}
