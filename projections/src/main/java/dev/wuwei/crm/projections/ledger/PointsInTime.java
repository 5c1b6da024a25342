package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which points in time there are, and who may ask for them. To be asked where a question comes in, whatever it is about. */
@Component
public class PointsInTime {
    /**
     * The earliest that can be asked for.
     *
     * @param day business day of the first thing that happened
     * @param known when the first thing was recorded
     */
    public record First(LocalDate day, Instant known) {}

    private final JdbcClient jdbc;

    public PointsInTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty while nothing has happened yet */
    public Optional<First> first() {
        return first(jdbc);
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}, {@link LedgerRule#AS_KNOWN_NOT_ALLOWED} */
    public void check(AsOf asOf, Viewer viewer) {
        if (asOf.knownAt() != null && !viewer.mayAskAsKnown()) {
            throw new RuleViolated(LedgerRule.AS_KNOWN_NOT_ALLOWED);
        }
        check(asOf, jdbc);
    }

    static void check(AsOf asOf, JdbcClient jdbc) {
        if (asOf.isNow()) {
            return;
        }
        first(jdbc).ifPresent(first -> {
            if (asOf.knownAt() != null && asOf.knownAt().isBefore(first.known())) {
                throw RuleViolated.at("knownAt", LedgerRule.BEFORE_FIRST_EVENT, asOf.knownAt(), first.known());
            }
            if (asOf.asOf() != null && asOf.asOf().isBefore(first.day())) {
                throw new RuleViolated(LedgerRule.BEFORE_FIRST_EVENT, asOf.asOf(), first.day());
            }
        });
    }

    private static Optional<First> first(JdbcClient jdbc) {
        return jdbc.sql("select first_effective, first_known from ledger_meta")
                .query((row, number) -> new First(
                        row.getObject("first_effective", LocalDate.class),
                        LedgerTables.instant(row.getTimestamp("first_known"))))
                .optional();
    }
}
