package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Deadline;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.projections.ledger.StandardQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.LightLimits;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of the present, their counts and sums, and the search over all projects. Lists as of another day come from the
 * ledger. {@code today} is the day that clocks and lights are reckoned by.
 */
@Component
public class ProjectQuery {
    /** 5亿元, inclusive. */
    public static final BigDecimal LARGE = new BigDecimal("500000000");
    /** 10亿元, inclusive. */
    public static final BigDecimal HUGE = new BigDecimal("1000000000");

    /** More hits than that are not ranked; the term is too common to be looked for. */
    private static final int RANKED = 500;

    private static final String ROWS = """
            select p.*, i.legal_name as investor_name,
                   o.name as owner_name, o.title as owner_title,
                   l.name as leader_name, l.title as leader_title,
                   r.name as liaison_name, r.title as liaison_title,
                   coalesce(t.name, p.team_name) as team_now
            from (select p.* from project p where %s order by %s limit :limit offset :offset) p
            left join investor i on i.investor_id = p.investor_id
            left join staff o on o.staff_id = p.owner
            left join staff l on l.staff_id = p.leader
            left join staff r on r.staff_id = p.liaison
            left join team t on t.team_id = p.team_id
            order by %s
            """;

    private final JdbcClient jdbc;
    private final Thresholds thresholds;
    private final StandardQuery standards;
    private final WorkingCalendar calendar;

    public ProjectQuery(JdbcClient jdbc, Thresholds thresholds, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.thresholds = thresholds;
        this.standards = new StandardQuery(jdbc, thresholds);
        this.calendar = calendar;
    }

    /** One page of a list. How many there are in all is asked by {@link #totals}. */
    public List<ProjectRow> list(
            ProjectList list, ProjectFilter filter, ProjectSort sort, Page page, Viewer viewer, LocalDate today) {
        ProjectWhere where = new ProjectWhere(viewer).list(list).filter(list, filter);
        String order = sort.sql(list);
        return jdbc.sql(ROWS.formatted(where.sql(), order, order))
                .params(where.params())
                .param("limit", page.size())
                .param("offset", page.offset())
                .query(row(amountOf(list), viewer, today))
                .list();
    }

    /** Count and sums of everything that the filter lets through. */
    public ProjectTotals totals(ProjectList list, ProjectFilter filter, Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer).list(list).filter(list, filter);
        String amount = "p." + list.amount();
        String currency = list.currency().startsWith("'") ? list.currency() : "p." + list.currency();
        long[] counts = new long[3];
        List<Money> sums = new ArrayList<>();
        jdbc.sql("""
                        select %1$s as currency, count(*) as total, sum(%2$s) as amount,
                               count(*) filter (where %2$s >= :large) as large, count(*) filter (where %2$s >= :huge) as huge
                        from project p where %3$s group by 1 order by 1
                        """.formatted(currency, amount, where.sql()))
                .params(where.params())
                .param("large", LARGE)
                .param("huge", HUGE)
                .query(row -> {
                    counts[0] += row.getLong("total");
                    BigDecimal sum = row.getBigDecimal("amount");
                    String unit = row.getString("currency");
                    if (sum != null && unit != null) {
                        sums.add(new Money(sum, Currency.valueOf(unit)));
                        if (Currency.valueOf(unit) == Currency.CNY) {
                            counts[1] += row.getLong("large");
                            counts[2] += row.getLong("huge");
                        }
                    }
                });
        sums.sort(Comparator.comparing(Money::currency));
        return new ProjectTotals(counts[0], sums, counts[1], counts[2]);
    }

    /** Counts beside the saved views. */
    public ViewCounts counts(ProjectList list, Viewer viewer, LocalDate today) {
        ProjectWhere where = new ProjectWhere(viewer).list(list);
        String currency = list.currency().startsWith("'") ? "true" : "p." + list.currency() + " = 'CNY'";
        String open = ProjectWhere.open(list);
        return jdbc.sql("""
                        select count(*) filter (where open) as total,
                               count(*) filter (where open and mine) as mine,
                               count(*) filter (where open and amount >= :large) as large,
                               count(*) filter (where open and in_review) as in_review,
                               count(*) filter (where open and silent) as silent,
                               count(*) filter (where open and overdue) as overdue,
                               count(*) filter (where lead_state = 'POOLED') as pooled,
                               count(*) filter (where lead_state = 'CIRCULATING') as circulating
                        from (select %1$s as open, coalesce(cast(:me as uuid) = any(p.people), false) as mine,
                                     case when %2$s then p.%3$s end as amount,
                                     p.negotiation_stage = 'IN_REVIEW' as in_review,
                                     p.progress_clock and p.progress_on < :silentSince as silent,
                                     p.due_on < :today as overdue, p.lead_state
                              from project p where %4$s) v
                        """.formatted(open, currency, list.amount(), where.sql()))
                .params(where.params())
                .param("me", viewer.staffId() == null ? null : viewer.staffId().value())
                .param("large", LARGE)
                .param("silentSince", today.minusDays(thresholds.progressEveryDays()))
                .param("today", today)
                .query((row, n) -> new ViewCounts(
                        row.getLong("total"),
                        row.getLong("mine"),
                        row.getLong("large"),
                        row.getLong("in_review"),
                        row.getLong("silent"),
                        row.getLong("overdue"),
                        row.getLong("pooled"),
                        row.getLong("circulating")))
                .single();
    }

    public MenuCounts menu(Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer);
        // One count per list, so that each reads its own index.
        return jdbc.sql("""
                        select (select count(*) from project p where p.is_lead and p.is_open and %1$s) as leads,
                               (select count(*) from project p
                                where p.is_negotiation and p.negotiation_status = 'ACTIVE' and %1$s) as talks,
                               (select count(*) from project p
                                where p.is_signing and p.agreement_state in ('SIGNED', 'AMENDED') and %1$s) as signings,
                               (select count(*) from project p where p.is_follow_up and p.is_open and %1$s) as follow_ups
                        """.formatted(where.sql()))
                .params(where.params())
                .query((row, n) -> new MenuCounts(
                        row.getLong("leads"), row.getLong("talks"), row.getLong("signings"), row.getLong("follow_ups")))
                .single();
    }

    /** One project by its id, with the amount of the stage that it is in; empty when it is not the viewer's to see. */
    public Optional<ProjectRow> find(ProjectId id, Viewer viewer, LocalDate today) {
        return one(new ProjectWhere(viewer).and("p.project_id = :id", "id", id.value()), viewer, today);
    }

    /** @param no business number, {@code ZS-2023-0042} */
    public Optional<ProjectRow> find(String no, Viewer viewer, LocalDate today) {
        return one(new ProjectWhere(viewer).and("p.project_no = :no", "no", no), viewer, today);
    }

    /** The project that one of the four aggregates belongs to. */
    public Optional<ProjectRow> findByAggregate(UUID aggregate, Viewer viewer, LocalDate today) {
        return one(
                new ProjectWhere(viewer)
                        .and("(p.lead_id = :id or p.negotiation_id = :id or p.signing_id = :id"
                                + " or p.follow_up_id = :id)")
                        .and("true", "id", aggregate),
                viewer,
                today);
    }

    /** Several projects by their ids, in no order; those that are not the viewer's to see are missing. */
    public List<ProjectRow> find(Collection<ProjectId> ids, Viewer viewer, LocalDate today) {
        ProjectWhere where = new ProjectWhere(viewer)
                .and(
                        "p.project_id = any(:ids)",
                        "ids",
                        ids.stream().map(ProjectId::value).toArray(UUID[]::new));
        return rows(where, "p.project_no", Page.LARGEST, viewer, today);
    }

    private Optional<ProjectRow> one(ProjectWhere where, Viewer viewer, LocalDate today) {
        return rows(where, "p.project_no", 1, viewer, today).stream().findFirst();
    }

    private List<ProjectRow> rows(ProjectWhere where, String order, int limit, Viewer viewer, LocalDate today) {
        return jdbc.sql(ROWS.formatted(where.sql(), order, order))
                .params(where.params())
                .param("limit", limit)
                .param("offset", 0)
                .query(row(ProjectQuery::stageAmount, viewer, today))
                .list();
    }

    /** Phases for the columns of 五未, the latest first; {@code state} {@code null} for all. */
    public List<PhaseRow> phases(
            ProjectFilter filter, PhaseState state, boolean activeOnly, Page page, Viewer viewer, LocalDate today) {
        ProjectWhere where =
                new ProjectWhere(viewer).list(ProjectList.FOLLOW_UPS).filter(ProjectList.FOLLOW_UPS, filter);
        LightLimits lights = lights(today);
        return jdbc.sql("""
                        select f.*, p.project_no, p.name as project_name
                        from project p join project_phase f on f.project_id = p.project_id
                        where %s and (cast(:state as text) is null or f.state = :state) and (not :activeOnly or f.active)
                        order by f.quiet, f.due_on nulls last, p.project_no, f.ordinal limit :limit offset :offset
                        """.formatted(where.sql()))
                .params(where.params())
                .param("state", state == null ? null : state.name())
                .param("activeOnly", activeOnly)
                .param("limit", page.size())
                .param("offset", page.offset())
                .query((row, n) -> phase(row, today, lights))
                .list();
    }

    /** Phases of one project in the order of its agreement; none when it is not the viewer's to see. */
    public List<PhaseRow> phases(ProjectId project, Viewer viewer, LocalDate today) {
        ProjectWhere where = new ProjectWhere(viewer).and("p.project_id = :id", "id", project.value());
        LightLimits lights = lights(today);
        return jdbc.sql("select f.*, p.project_no, p.name as project_name from project p join project_phase f"
                        + " on f.project_id = p.project_id where " + where.sql() + " order by f.ordinal")
                .params(where.params())
                .query((row, n) -> phase(row, today, lights))
                .list();
    }

    /**
     * The global search: part of a project's name or number, a contract number, or a name (former ones too) or credit code of
     * its investor. A term of two Han characters is enough. When little is found, one wrong character is forgiven.
     */
    public List<ProjectHit> search(String text, int limit, Viewer viewer) {
        String normal = SearchText.normal(text == null ? "" : text);
        if (normal.isEmpty()) {
            return List.of();
        }
        Set<String> pieces = SearchText.pieces(normal);
        ProjectWhere where = new ProjectWhere(viewer)
                .and("true", "part", "%" + Like.literal(normal) + "%")
                .and("true", "start", Like.literal(normal) + "%");
        String indexed = "";
        if (!pieces.isEmpty()) {
            where.and("true", "pieces", pieces.toArray(String[]::new));
            indexed = "%1$s.pieces @> cast(:pieces as text[]) and ";
        }
        String condition = indexed + "%1$s.search like :part";
        List<ProjectHit> hits = hits(where, condition, normal, limit, false);
        if (hits.size() < Math.min(limit, 3)) {
            List<Set<String>> alternatives = SearchText.piecesWithOneWrong(normal);
            if (!alternatives.isEmpty()) {
                List<String> any = new ArrayList<>();
                for (int i = 0; i < alternatives.size(); i++) {
                    where.and("true", "near" + i, alternatives.get(i).toArray(String[]::new));
                    any.add("%1$s.pieces @> cast(:near" + i + " as text[])");
                }
                List<ProjectHit> more = new ArrayList<>(hits);
                Set<ProjectId> known =
                        hits.stream().map(ProjectHit::projectId).collect(java.util.stream.Collectors.toSet());
                hits(where, "(" + String.join(" or ", any) + ")", normal, limit, true).stream()
                        .filter(hit -> !known.contains(hit.projectId()))
                        .limit(limit - hits.size())
                        .forEach(more::add);
                return more;
            }
        }
        return hits;
    }

    private List<ProjectHit> hits(ProjectWhere where, String condition, String normal, int limit, boolean close) {
        return jdbc.sql("""
                        with found as (
                            (select p.project_id, null as investor from project_search s
                             join project p on p.project_id = s.project_id where %1$s and %2$s limit :ranked)
                            union all
                            (select p.project_id, i.search from investor i join project p on p.investor_id = i.investor_id
                             where %1$s and %3$s limit :ranked))
                        select p.project_id, p.project_no, p.name, p.stage, p.in_talks, p.in_talks_currency, p.intended,
                               p.intended_currency, p.signed, s.search, i.legal_name, f.investor
                        from (select distinct on (project_id) * from found order by project_id, investor nulls first) f
                        join project p on p.project_id = f.project_id
                        join project_search s on s.project_id = f.project_id
                        left join investor i on i.investor_id = p.investor_id
                        order by (s.search like :start) desc, f.investor is not null, (f.investor like :start) desc,
                                 p.is_open desc, p.last_event_at desc
                        limit :limit
                        """.formatted(where.sql(), condition.formatted("s"), condition.formatted("i")))
                .params(where.params())
                .param("ranked", RANKED)
                .param("limit", limit)
                .query((row, n) -> new ProjectHit(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("project_no"),
                        row.getString("name"),
                        ProjectStage.valueOf(row.getString("stage")),
                        row.getString("legal_name"),
                        stageAmount(row),
                        matched(row, normal),
                        close))
                .list();
    }

    private static String matched(ResultSet row, String normal) throws SQLException {
        String name = row.getString("name");
        if (name != null && SearchText.normal(name).contains(normal)) {
            return null;
        }
        String texts = row.getString("investor") == null ? row.getString("search") : row.getString("investor");
        return texts.lines().filter(line -> line.contains(normal)).findFirst().orElse(null);
    }

    private static Function<ResultSet, Money> amountOf(ProjectList list) {
        return row -> switch (list) {
            case LEADS -> money(row, "intended", "intended_currency");
            case NEGOTIATIONS -> money(row, "in_talks", "in_talks_currency");
            case SIGNINGS, FOLLOW_UPS -> cny(row, "signed");
        };
    }

    private static Money stageAmount(ResultSet row) {
        return switch (ProjectStage.valueOf(text(row, "stage"))) {
            case LEAD -> money(row, "intended", "intended_currency");
            case NEGOTIATION -> money(row, "in_talks", "in_talks_currency");
            case SIGNING, FOLLOW_UP ->
                Optional.ofNullable(cny(row, "signed")).orElseGet(() -> money(row, "in_talks", "in_talks_currency"));
        };
    }

    private LightLimits lights(LocalDate today) {
        return standards.standards(AsOf.NOW).lights(today);
    }

    private RowMapper<ProjectRow> row(Function<ResultSet, Money> amount, Viewer viewer, LocalDate today) {
        LightLimits lights = lights(today);
        return (row, number) -> new ProjectRow(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                id(row, "lead_id", LeadId::new),
                id(row, "negotiation_id", NegotiationId::new),
                id(row, "signing_id", SigningId::new),
                id(row, "follow_up_id", FollowUpId::new),
                ProjectStage.valueOf(row.getString("stage")),
                row.getObject("stage_since", LocalDate.class),
                row.getBoolean("is_open"),
                coded(row, "park"),
                coded(row, "industry"),
                coded(row, "chain"),
                coded(row, "region"),
                coded(row, "method"),
                coded(row, "source"),
                constant(row, "kind", ProjectKind::valueOf),
                id(row, "investor_id", InvestorId::new),
                row.getString("investor_name"),
                constant(row, "lead_state", LeadState::valueOf),
                row.getBoolean("arbitration"),
                constant(row, "negotiation_status", NegotiationStatus::valueOf),
                constant(row, "negotiation_stage", NegotiationStage::valueOf),
                row.getString("admission"),
                constant(row, "agreement_kind", AgreementKind::valueOf),
                constant(row, "agreement_state", AgreementState::valueOf),
                row.getObject("agreement_version", Integer.class),
                row.getString("contract_no"),
                row.getObject("signed_on_site", Boolean.class),
                row.getObject("newly_introduced", Boolean.class),
                constant(row, "five_gap", PhaseState::valueOf),
                amount.apply(row),
                cny(row, "fixed_assets"),
                usd(row, "foreign_capital"),
                cny(row, "arrived"),
                usd(row, "foreign_used"),
                row.getBigDecimal("land_mu"),
                person(row, "owner"),
                person(row, "leader"),
                person(row, "liaison"),
                row.getString("team_now"),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("progress_on", LocalDate.class),
                row.getInt("rounds"),
                row.getString("next_step"),
                row.getObject("next_on", LocalDate.class),
                clock(row, today),
                milestone(row, today, lights),
                ProjectActions.sendable((String[]) row.getArray("actions").getArray(), viewer.roles()),
                row.getLong("last_position"));
    }

    private Clock clock(ResultSet row, LocalDate today) throws SQLException {
        LocalDate on = row.getObject("clock_on", LocalDate.class);
        return on == null
                ? null
                : Clock.of(
                        TaskKind.valueOf(row.getString("clock_kind")),
                        row.getString("clock_item"),
                        on,
                        today,
                        calendar);
    }

    private static NextMilestone milestone(ResultSet row, LocalDate today, LightLimits lights) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        if (due == null) {
            return null;
        }
        String item = row.getString("due_item");
        int bar = item.lastIndexOf('|');
        Deadline deadline = new Deadline(Milestone.valueOf(item.substring(bar + 1)), due, false);
        return new NextMilestone(
                item.substring(0, bar),
                deadline.milestone(),
                due,
                deadline.daysLate(today),
                deadline.light(today, lights));
    }

    private static PhaseRow phase(ResultSet row, LocalDate today, LightLimits lights) throws SQLException {
        Milestone milestone = constant(row, "milestone", Milestone::valueOf);
        LocalDate due = row.getObject("due_on", LocalDate.class);
        Deadline deadline = new Deadline(milestone, due, row.getBoolean("quiet"));
        String returned = row.getString("returned_for");
        return new PhaseRow(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("project_name"),
                row.getString("phase"),
                PhaseState.valueOf(row.getString("state")),
                constant(row, "sub_state", SubState::valueOf),
                row.getBoolean("active"),
                row.getBoolean("suspended"),
                row.getBoolean("stopped"),
                constant(row, "cause", Cause::valueOf),
                due == null
                        ? null
                        : new NextMilestone(
                                row.getString("phase"),
                                milestone,
                                due,
                                deadline.quiet() ? 0 : deadline.daysLate(today),
                                deadline.light(today, lights)),
                cny(row, "investment"),
                row.getBigDecimal("land_mu"),
                row.getBigDecimal("progress_percent"),
                cny(row, "invested"),
                returned == null ? null : YearMonth.parse(returned),
                row.getString("problems"));
    }

    private static ProjectRow.Person person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null
                ? null
                : new ProjectRow.Person(
                        new StaffId(id), row.getString(column + "_name"), row.getString(column + "_title"));
    }

    private static <I> I id(ResultSet row, String column, Function<UUID, I> kind) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : kind.apply(id);
    }

    private static <E> E constant(ResultSet row, String column, Function<String, E> kind) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : kind.apply(name);
    }

    private static Coded coded(ResultSet row, String column) throws SQLException {
        String code = row.getString(column + "_code");
        return code == null ? null : new Coded(code, row.getString(column + "_name"));
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Money cny(ResultSet row, String column) {
        return money(row, column, Currency.CNY);
    }

    private static Money usd(ResultSet row, String column) {
        return money(row, column, Currency.USD);
    }

    private static Money money(ResultSet row, String column, String currencyColumn) {
        String currency = text(row, currencyColumn);
        return currency == null ? null : money(row, column, Currency.valueOf(currency));
    }

    private static Money money(ResultSet row, String column, Currency currency) {
        try {
            BigDecimal amount = row.getBigDecimal(column);
            return amount == null ? null : new Money(amount, currency);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many open projects each code of a column has, for the choices of a filter. */
    public Map<String, Long> choices(ProjectList list, ProjectFilter filter, Choice choice, Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer).list(list).filter(list, filter);
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        jdbc.sql("select p." + choice.column + " as code, count(*) as total from project p where " + where.sql()
                        + " and p." + choice.column + " is not null group by 1 order by 2 desc, 1")
                .params(where.params())
                .query(row -> {
                    counts.put(row.getString("code"), row.getLong("total"));
                });
        return counts;
    }

    /** A column whose values a filter offers. */
    public enum Choice {
        PARK("park_code"),
        INDUSTRY("industry_code"),
        REGION("region_code"),
        METHOD("method_code"),
        CHAIN("chain_code"),
        OWNER("owner"),
        LEADER("leader"),
        LEAD_STATE("lead_state"),
        NEGOTIATION_STAGE("negotiation_stage"),
        AGREEMENT_STATE("agreement_state"),
        FIVE_GAP("five_gap");

        private final String column;

        Choice(String column) {
            this.column = column;
        }
    }
}
