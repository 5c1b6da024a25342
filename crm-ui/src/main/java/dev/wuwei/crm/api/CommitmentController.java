package dev.wuwei.crm.api;

import static dev.wuwei.crm.api.ProjectController.constant;

import dev.wuwei.crm.api.ProjectController.Code;
import dev.wuwei.crm.api.ProjectController.ProjectFinder;
import dev.wuwei.crm.projections.commitment.CommitmentFilter;
import dev.wuwei.crm.projections.commitment.CommitmentFilter.Outcome;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commitments of both sides as they stood on any day, as known at any instant, with the rates at which they are kept. */
@RestController
@RequestMapping(path = "/api/v1/commitments", produces = MediaType.APPLICATION_JSON_VALUE)
class CommitmentController {
    private final CommitmentQuery commitments;
    private final ProjectFinder projects;

    CommitmentController(CommitmentQuery commitments, ProjectFinder projects) {
        this.commitments = commitments;
        this.projects = projects;
    }

    record Due(String anchor, LocalDate on, Integer months) {
        static Due of(DueRule rule) {
            return rule == null ? null : new Due(rule.anchor().name(), rule.on(), rule.months());
        }
    }

    /**
     * What was promised. Of the company: metric, operator, value and unit, in words for {@code OTHER}; of the government: kind,
     * words, and for incentives an amount.
     */
    record Promised(
            String phase,
            String metric,
            String operator,
            String value,
            String unit,
            String kind,
            String words,
            Units.Amount amount,
            String condition,
            String responsible,
            Due due) {
        static Promised of(CompanyCommitment promise) {
            return new Promised(
                    promise.phase(),
                    promise.metric().name(),
                    constant(promise.operator()),
                    promise.value(),
                    promise.unit(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Due.of(promise.due()));
        }

        static Promised of(GovernmentCommitment promise) {
            return new Promised(
                    null,
                    null,
                    null,
                    null,
                    null,
                    promise.kind().name(),
                    promise.promise(),
                    Units.Amount.inWan(promise.amount()),
                    promise.condition(),
                    promise.responsible(),
                    Due.of(promise.due()));
        }
    }

    /**
     * @param version of the contract that the verdict comes from
     * @param actual figure in the unit of the metric, or what was paid in 万元
     * @param gap figure less what was promised, in the same unit
     * @param daysLate negative while days are left
     * @param supersededOn since when another version, or none, took the place of these words
     */
    record Commitment(
            String projectId,
            String projectNo,
            String projectName,
            Code park,
            String signingId,
            String party,
            String clause,
            Promised promised,
            String state,
            String label,
            boolean kept,
            boolean notKept,
            int version,
            LocalDate dueOn,
            Long daysLate,
            String actual,
            LocalDate actualOn,
            String source,
            String inputs,
            String gap,
            LocalDate rectifyBy,
            LocalDate supersededOn) {
        static Commitment of(CommitmentView view, Locale locale) {
            return new Commitment(
                    view.projectId().toString(),
                    view.projectNo(),
                    view.projectName(),
                    Code.of(view.park()),
                    view.signingId().toString(),
                    view.side().name(),
                    view.clause(),
                    view.company() == null ? Promised.of(view.government()) : Promised.of(view.company()),
                    view.state().name(),
                    Words.text(view.state(), locale),
                    view.isKept(),
                    view.isNotKept(),
                    view.judgedBy(),
                    view.dueOn(),
                    view.daysLate(),
                    view.actual(),
                    view.actualOn(),
                    constant(view.source()),
                    view.inputs(),
                    view.gap() == null ? null : view.gap().toPlainString(),
                    view.deadline(),
                    view.frozenOn());
        }
    }

    /** @param rate kept of judged, in percent; missing while nothing was to be kept yet */
    record Rate(long kept, long judged, long open, String rate, Map<String, Long> byState) {
        static Rate of(Fulfilment fulfilment) {
            Map<String, Long> states = new LinkedHashMap<>();
            fulfilment.byState().forEach((state, count) -> states.put(state.name(), count));
            return new Rate(
                    fulfilment.kept(),
                    fulfilment.judged(),
                    fulfilment.open(),
                    fulfilment.rate() == null ? null : fulfilment.rate().toPlainString(),
                    states);
        }
    }

    /** @param fulfilment by party, over the whole answer whatever the outcome asked for */
    record Commitments(
            List<Commitment> rows,
            long total,
            Map<String, Rate> fulfilment,
            int page,
            int size,
            LocalDate asOf,
            Instant knownAt) {}

    @GetMapping
    Commitments commitments(
            @RequestParam(required = false) String project,
            @RequestParam(required = false) Set<CommitmentState> state,
            @RequestParam(required = false) Set<CommitmentSide> party,
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Outcome outcome,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Page asked = Bounds.page(page, size);
        ProjectId one = project == null || project.isBlank()
                ? null
                : projects.find(project, point.query(), Account.viewer()).projectId();
        CommitmentFilter filter = new CommitmentFilter(
                one,
                Objects.requireNonNullElse(party, Set.of()),
                Objects.requireNonNullElse(state, Set.of()),
                Objects.requireNonNullElse(park, Set.of()),
                outcome,
                q);
        Page.Of<CommitmentView> found = commitments.page(filter, asked, point.query(), Account.viewer(), Today.date());
        Locale locale = ApiLocale.of(http);
        Map<String, Rate> rates = new LinkedHashMap<>();
        commitments
                .fulfilment(filter, point.query(), Account.viewer(), Today.date())
                .forEach((side, rate) -> rates.put(side.name(), Rate.of(rate)));
        return new Commitments(
                found.rows().stream().map(view -> Commitment.of(view, locale)).toList(),
                found.total(),
                rates,
                page,
                size,
                point.asOf(),
                point.knownAt());
    }
}
