package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger as lists: any filter, on any day, as known at any instant. */
@Component
public class LedgerQuery {
    /**
     * @param total of all pages, as projects and amounts; see {@link ProjectView#amount}
     * @param signed of all pages, formal agreements only
     * @param arrived of all pages
     * @param contractedForeign of all pages
     * @param actualForeign of all pages
     */
    public record Projects(
            List<ProjectView> rows,
            Figure total,
            Figure signed,
            Figure arrived,
            Figure contractedForeign,
            Figure actualForeign) {}

    private final JdbcClient jdbc;

    public LedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT} */
    public Projects projects(ProjectFilter filter, ProjectSort sort, Page page, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice slice = slice(filter, asOf, viewer);
        String from = " from " + Slice.rows("ledger", asOf) + " l ";
        List<ProjectView> rows = slice.bind(jdbc.sql("with l as materialized (select l.*" + from + slice.sql()
                        + " order by " + sort.sql() + " limit :size offset :offset) select "
                        + ProjectQueries.columns(slice) + " from l" + ProjectQueries.namesJoined(asOf) + " order by "
                        + sort.sql()))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(ProjectQueries::read)
                .list();
        return slice.bind(jdbc.sql("select count(*) as total, sum(l.amount_fen) as cny, sum(l.amount_cent) as usd,"
                        + " sum(l.signed_fen) as signed, count(*) filter (where l.five_gap is not null) as signed_count,"
                        + " sum(l.arrived_fen) as arrived, count(*) filter (where l.arrived_fen <> 0) as arrived_count,"
                        + " sum(l.contracted_cent) as contracted,"
                        + " count(*) filter (where l.contracted_cent <> 0) as contracted_count,"
                        + " sum(l.used_cent) as used, count(*) filter (where l.used_cent <> 0) as used_count"
                        + from + slice.sql()))
                .query((row, number) -> new Projects(
                        rows,
                        Figure.ofMinor(row.getLong("total"), row.getBigDecimal("cny"), Currency.CNY)
                                .plus(Figure.ofMinor(0, row.getBigDecimal("usd"), Currency.USD)),
                        Figure.ofMinor(row.getLong("signed_count"), row.getBigDecimal("signed"), Currency.CNY),
                        Figure.ofMinor(row.getLong("arrived_count"), row.getBigDecimal("arrived"), Currency.CNY),
                        Figure.ofMinor(row.getLong("contracted_count"), row.getBigDecimal("contracted"), Currency.USD),
                        Figure.ofMinor(row.getLong("used_count"), row.getBigDecimal("used"), Currency.USD)))
                .single();
    }

    /** @return the project as it stood, or nothing when it was not there yet or is outside the viewer's scope */
    public Optional<ProjectView> project(ProjectId project, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofRows("l", asOf)
                .seenBy(viewer, "l.park")
                .where("l.project_id = :projectId")
                .with("projectId", project.value());
        return slice.bind(jdbc.sql("select " + ProjectQueries.columns(slice) + " from " + Slice.rows("ledger", asOf)
                        + " l" + ProjectQueries.namesJoined(asOf) + " " + slice.sql()))
                .query(ProjectQueries::read)
                .optional();
    }

    /** @return the project of that business number, under the same conditions as {@link #project} */
    public Optional<ProjectView> projectByNo(String projectNo, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofRows("l", asOf)
                .seenBy(viewer, "l.park")
                .where("l.project_no = :projectNo")
                .with("projectNo", projectNo);
        return slice.bind(jdbc.sql("select " + ProjectQueries.columns(slice) + " from " + Slice.rows("ledger", asOf)
                        + " l" + ProjectQueries.namesJoined(asOf) + " " + slice.sql()))
                .query(ProjectQueries::read)
                .optional();
    }

    private static Slice slice(ProjectFilter filter, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "l.park");
        filter.addTo(slice);
        return slice;
    }
}
