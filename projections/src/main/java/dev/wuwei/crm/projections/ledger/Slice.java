package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.RuleViolated;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place where a point in time and the viewer's scope become SQL. */
final class Slice {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final AsOf asOf;

    private Slice(AsOf asOf) {
        this.asOf = asOf;
    }

    /**
     * What the rows of {@link #rows} are asked besides.
     *
     * @param alias of the table in the statement
     */
    static Slice ofRows(String alias, AsOf asOf) {
        Slice slice = new Slice(asOf);
        String of = alias + ".";
        if (asOf.asOf() != null) {
            slice.where(of + "effective_from <= :asOf").with("asOf", asOf.asOf());
        }
        if (asOf.knownAt() != null) {
            slice.where("(" + of + "effective_to is null or " + of + "effective_to_known > :knownAt"
                            + (asOf.asOf() == null ? ")" : " or " + of + "effective_to > :asOf)"))
                    .where(knownThen(of))
                    .with("knownAt", at(asOf.knownAt()));
        }
        return slice;
    }

    /**
     * All rows of {@code ledger} or {@code phase} up to the day asked for, as known: the course of a project, not where it
     * stands. Its parameters are those of {@link #ofRows} for the same point, so both may stand in one statement.
     */
    static Slice ofCourse(String alias, AsOf asOf) {
        Slice slice = new Slice(asOf);
        String of = alias + ".";
        if (asOf.asOf() != null) {
            slice.where(of + "effective_from <= :asOf").with("asOf", asOf.asOf());
        }
        if (asOf.knownAt() == null) {
            return slice.where(of + "layer in ('P', 'H')");
        }
        return slice.where(knownThen(of)).with("knownAt", at(asOf.knownAt()));
    }

    /** Rows of {@code standing}, whose end is never unknown; only what is known now. */
    static Slice ofStandings(String alias, AsOf asOf) {
        Slice slice = new Slice(asOf);
        if (asOf.asOf() != null) {
            slice.where(alias + ".effective_from <= :asOf and " + alias + ".effective_to > :asOf")
                    .with("asOf", asOf.asOf());
        }
        return slice;
    }

    /** @param of alias of a table that says since when and until when a row is known, with its dot */
    static String knownThen(String of) {
        return of + "known_from <= :knownAt and (" + of + "known_to is null or " + of + "known_to > :knownAt)";
    }

    /** Rows of {@code ledger_fact}. Its parameters are those of {@link #ofRows} for the same point, so both may stand in one statement. */
    static Slice ofFacts(String alias, AsOf asOf) {
        Slice slice = new Slice(asOf);
        if (asOf.asOf() != null) {
            slice.where(alias + ".effective_on <= :asOf").with("asOf", asOf.asOf());
        }
        if (asOf.knownAt() != null) {
            slice.where(alias + ".recorded_at <= :knownAt").with("knownAt", at(asOf.knownAt()));
        }
        return slice;
    }

    static Slice ofJournal(AsOf asOf, CountingPolicy policy) {
        Slice slice = new Slice(asOf);
        slice.where("policy = :policy").with("policy", policy.id());
        if (asOf.asOf() != null) {
            slice.where("effective_on <= :asOf").with("asOf", asOf.asOf());
        }
        if (asOf.knownAt() != null) {
            slice.where("known_at <= :knownAt").with("knownAt", at(asOf.knownAt()));
        }
        return slice;
    }

    /** @return the table to select from: the present alone when nothing else is asked for */
    static String table(String name, AsOf asOf) {
        return asOf.isNow() ? name + "_present" : name;
    }

    /**
     * The rows of {@code ledger} or {@code phase} that hold at that point, to select from under {@link #ofRows}. Of the rows of the past
     * few hold on any one day, and they are found by it; the present is asked for its day from outside, for a condition within would
     * make the planner hand on every column of every row.
     */
    static String rows(String name, AsOf asOf) {
        return asOf.asOf() == null || asOf.knownAt() != null
                ? table(name, asOf)
                : "(select * from " + name + "_present union all select * from " + name
                        + "_past where daterange(effective_from, effective_to) @> cast(:asOf as date))";
    }

    Slice seenBy(Viewer viewer, String column) {
        if (!viewer.seesAllParks()) {
            where(column + " = any(:scope)").with("scope", viewer.parkScope());
        }
        return this;
    }

    Slice where(String condition) {
        conditions.add(condition);
        return this;
    }

    Slice with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    String sql() {
        StringJoiner sql = new StringJoiner(" and ", "where ", "");
        sql.setEmptyValue("");
        conditions.forEach(sql::add);
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        for (var param : params.entrySet()) {
            statement = param.getValue() == null
                    ? statement.param(param.getKey(), null, Types.NULL)
                    : statement.param(param.getKey(), param.getValue());
        }
        return statement;
    }

    /** @return the day that days late are counted to */
    LocalDate today() {
        return asOf.asOf() != null ? asOf.asOf() : ParkTime.today();
    }

    /** @return that day in SQL */
    String day() {
        return "date '" + today() + "'";
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT} */
    static void check(AsOf asOf, JdbcClient jdbc) {
        PointsInTime.check(asOf, jdbc);
    }
}
