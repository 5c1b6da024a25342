package dev.wuwei.crm.api;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Cohort;
import dev.wuwei.crm.projections.ledger.Cohort.MemberStay;
import dev.wuwei.crm.projections.ledger.CohortQuery;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.Relapse;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 落地转化: what became of the projects signed in each year. */
@RestController
@RequestMapping(path = "/api/v1/cohorts", produces = MediaType.APPLICATION_JSON_VALUE)
class CohortController {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_MONTHS = 120;

    private final CohortQuery cohorts;

    CohortController(CohortQuery cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * @param share of the projects of the year, 0 to 1
     * @param amountShare of their amount; {@code null} where they have none
     */
    record Share(long count, List<Units.Amount> sums, double share, Double amountShare) {
        static Share of(List<Cohort.Member> some, Cohort cohort) {
            Figure part = Cohort.figure(some);
            Figure whole = Cohort.figure(cohort.members());
            return new Share(
                    part.count(),
                    Figures.of(part).sums(),
                    Units.share(BigDecimal.valueOf(part.count())
                            .divide(BigDecimal.valueOf(whole.count()), MathContext.DECIMAL64)),
                    Units.share(part.in(Currency.CNY).shareOf(whole.in(Currency.CNY))));
        }
    }

    /** Within so many months after signing. */
    record Month(int months, Share reached) {}

    /**
     * @param reached up to the day
     * @param byMonth only months that the whole cohort has lived
     */
    record MilestoneRow(String milestone, String label, Share reached, List<Month> byMonth) {
        static MilestoneRow of(Milestone milestone, Cohort cohort, List<Integer> months, Locale locale) {
            return new MilestoneRow(
                    milestone.name(),
                    Words.text(milestone, locale),
                    Share.of(cohort.reached(milestone), cohort),
                    months.stream()
                            .filter(cohort::isAged)
                            .map(each -> new Month(each, Share.of(cohort.reached(milestone, each), cohort)))
                            .toList());
        }
    }

    /** @param medianDays {@code null} of none */
    record Stays(int count, Long medianDays) {
        static Stays of(List<MemberStay> stays, Cohort cohort) {
            return new Stays(stays.size(), cohort.medianDays(stays));
        }
    }

    /**
     * @param completed times after which the project came further
     * @param running times that last, up to the day
     */
    record StateRow(String state, String label, Stays completed, Stays running) {
        static StateRow of(PhaseState state, Cohort cohort, Locale locale) {
            return new StateRow(
                    state.name(),
                    Words.text(state, locale),
                    Stays.of(cohort.completed(state), cohort),
                    Stays.of(cohort.running(state), cohort));
        }
    }

    record RelapseRow(String relapse, String label, int count, long projects) {
        static RelapseRow of(Relapse kind, Cohort cohort, Locale locale) {
            List<Cohort.Setback> setbacks = cohort.setbacks(kind);
            return new RelapseRow(kind.name(), Words.text(kind, locale), setbacks.size(), Cohort.projects(setbacks));
        }
    }

    record ProjectRelapse(String relapse, String phase, LocalDate from, LocalDate to) {}

    /**
     * @param leftOn since when its agreement counts no longer or no phase is left
     * @param reached day by milestone
     */
    record ProjectRow(
            String projectId,
            String projectNo,
            String name,
            LocalDate signedOn,
            Units.Amount amount,
            LocalDate leftOn,
            Map<String, LocalDate> reached,
            List<ProjectRelapse> relapses) {
        static ProjectRow of(Cohort.Member member, Cohort cohort) {
            Map<String, LocalDate> reached = new LinkedHashMap<>();
            Arrays.stream(Milestone.values())
                    .forEach(milestone -> reached.put(milestone.name(), member.reachedOn(milestone)));
            return new ProjectRow(
                    member.projectId().toString(),
                    member.projectNo(),
                    member.name(),
                    member.signedOn(),
                    Units.Amount.inWan(member.amount()),
                    member.leftOn(),
                    reached,
                    cohort.setbacks().stream()
                            .filter(setback -> setback.member().projectId().equals(member.projectId()))
                            .map(setback -> new ProjectRelapse(
                                    setback.kind().name(), setback.phase(), setback.from(), setback.to()))
                            .toList());
        }
    }

    /** @param left rescinded, terminated or withdrawn since */
    record CohortRow(
            int year,
            long count,
            List<Units.Amount> sums,
            Share left,
            List<MilestoneRow> milestones,
            List<StateRow> states,
            List<RelapseRow> relapses,
            List<ProjectRow> rows) {}

    record Cohorts(LocalDate asOf, Instant knownAt, List<CohortRow> cohorts) {}

    /**
     * @param year that one alone, with its projects
     * @param months after signing, for which shares are told
     */
    @GetMapping
    Cohorts cohorts(
            @RequestParam(required = false) Integer year,
            @RequestParam(defaultValue = "3,6,9,12,18,24,36,48,60") List<Integer> months,
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Set<String> industry,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        if (year != null) {
            Bounds.within("year", year, FIRST_YEAR, LAST_YEAR);
        }
        months.forEach(each -> Bounds.within("months", each, 0, MOST_MONTHS));
        Locale locale = ApiLocale.of(http);
        ProjectFilter filter = ProjectFilter.ALL.inParks(park).inIndustries(industry);
        return new Cohorts(
                point.asOf(),
                point.knownAt(),
                cohorts.cohorts(filter, point.query(), Account.viewer()).stream()
                        .filter(cohort -> year == null || cohort.year() == year)
                        .map(cohort -> row(cohort, months, year != null, locale))
                        .toList());
    }

    private static CohortRow row(Cohort cohort, List<Integer> months, boolean withProjects, Locale locale) {
        Figure signed = Cohort.figure(cohort.members());
        return new CohortRow(
                cohort.year(),
                signed.count(),
                Figures.of(signed).sums(),
                Share.of(cohort.left(), cohort),
                Arrays.stream(Milestone.values())
                        .map(milestone -> MilestoneRow.of(milestone, cohort, months, locale))
                        .toList(),
                Arrays.stream(PhaseState.values())
                        .map(state -> StateRow.of(state, cohort, locale))
                        .toList(),
                Arrays.stream(Relapse.values())
                        .map(kind -> RelapseRow.of(kind, cohort, locale))
                        .toList(),
                withProjects
                        ? cohort.members().stream()
                                .map(member -> ProjectRow.of(member, cohort))
                                .toList()
                        : List.of());
    }
}
