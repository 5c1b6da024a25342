package dev.wuwei.crm.api;

import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.LedgerQuery;
import dev.wuwei.crm.projections.ledger.PipelineQuery;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.ledger.ProjectSort;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects as they stood on any day, as known at any instant: the list, one dossier, the pipeline, the five gaps. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectController {
    private final LedgerQuery ledger;
    private final PipelineQuery pipeline;
    private final FiveGapsQuery fiveGaps;
    private final ProjectQuery projects;
    private final ProjectFinder finder;
    private final StaffDirectory staff;
    private final DossierQuery dossiers;

    ProjectController(
            LedgerQuery ledger,
            PipelineQuery pipeline,
            FiveGapsQuery fiveGaps,
            ProjectQuery projects,
            ProjectFinder finder,
            StaffDirectory staff,
            DossierQuery dossiers) {
        this.ledger = ledger;
        this.pipeline = pipeline;
        this.fiveGaps = fiveGaps;
        this.projects = projects;
        this.finder = finder;
        this.staff = staff;
        this.dossiers = dossiers;
    }

    /** Finds the project that an address names, by its id or its business number, within the viewer's scope. */
    @Component
    static class ProjectFinder {
        private final LedgerQuery ledger;

        ProjectFinder(LedgerQuery ledger) {
            this.ledger = ledger;
        }

        /** @throws RuleViolated {@link ApiRule#NOT_FOUND} */
        ProjectView find(String idOrNo, AsOf asOf, Viewer viewer) {
            Optional<ProjectView> found = id(idOrNo)
                    .map(id -> ledger.project(id, asOf, viewer))
                    .orElseGet(() -> ledger.projectByNo(idOrNo, asOf, viewer));
            return found.orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        }

        private static Optional<ProjectId> id(String text) {
            try {
                return text.length() == 36 ? Optional.of(new ProjectId(UUID.fromString(text))) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    record Person(String id, String name) {
        static Person of(StaffId id, String name) {
            return id == null ? null : new Person(id.toString(), name);
        }
    }

    record Code(String code, String name) {
        static Code of(Coded coded) {
            return coded == null ? null : new Code(coded.code(), coded.name());
        }
    }

    record Project(
            String projectId,
            String projectNo,
            String name,
            String investor,
            String stage,
            String stageLabel,
            LocalDate stageSince,
            int daysInStage,
            String status,
            Code park,
            Code industry,
            Code chain,
            Code region,
            Code method,
            String kind,
            Person leader,
            Person owner,
            String team,
            Units.Amount amount,
            Units.Amount estimate,
            Units.Amount signed,
            Units.Amount arrived,
            Units.Amount contractedForeign,
            Units.Amount actualForeign,
            String landMu,
            String agreementKind,
            String contractNo,
            LocalDate registeredOn,
            LocalDate signedOn,
            boolean signedOnSite,
            boolean newlyIntroduced,
            String fiveGap,
            LocalDate dueOn,
            int daysLate,
            Instant updatedAt,
            long position) {
        static Project of(ProjectView view, Locale locale) {
            return new Project(
                    view.projectId().toString(),
                    view.projectNo(),
                    view.name(),
                    view.investorName(),
                    view.stage().name(),
                    Words.text(view.stage(), locale),
                    view.stageSince(),
                    view.daysInStage(),
                    view.status().name(),
                    Code.of(view.park()),
                    Code.of(view.industry()),
                    Code.of(view.chain()),
                    Code.of(view.region()),
                    Code.of(view.method()),
                    constant(view.kind()),
                    Person.of(view.leader(), view.leaderName()),
                    Person.of(view.owner(), view.ownerName()),
                    view.teamName(),
                    Units.Amount.inWan(view.amount()),
                    Units.Amount.inWan(view.estimate()),
                    Units.Amount.inWan(view.signed()),
                    Units.Amount.inWan(view.arrived()),
                    Units.Amount.inWan(view.contractedForeign()),
                    Units.Amount.inWan(view.actualForeign()),
                    plain(view.landMu()),
                    constant(view.agreementKind()),
                    view.contractNo(),
                    view.registeredOn(),
                    view.signedOn(),
                    view.signedOnSite(),
                    view.newlyIntroduced(),
                    constant(view.fiveGap()),
                    view.dueOn(),
                    view.daysLate(),
                    view.lastEventAt(),
                    view.lastPosition());
        }
    }

    record Projects(
            List<Project> rows,
            long total,
            List<Units.Amount> sum,
            int page,
            int size,
            LocalDate asOf,
            Instant knownAt) {}

    @GetMapping("/projects")
    Projects projects(
            @RequestParam(required = false) Set<Stage> stage,
            @RequestParam(required = false) Set<ProjectStatus> status,
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Set<String> industry,
            @RequestParam(required = false) String leader,
            @RequestParam(required = false) String owner,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Page asked = Bounds.page(page, size);
        ProjectFilter filter = ProjectFilter.ALL
                .inStages(stage)
                .inStatuses(status)
                .inParks(park)
                .inIndustries(industry)
                .ledBy(person("leader", leader))
                .ownedBy(person("owner", owner))
                .overdue(overdue)
                .matching(q);
        LedgerQuery.Projects found =
                ledger.projects(filter, ProjectSort.of(sort), asked, point.query(), Account.viewer());
        Locale locale = ApiLocale.of(http);
        return new Projects(
                found.rows().stream().map(view -> Project.of(view, locale)).toList(),
                found.total().count(),
                Figures.of(found.total()).sums(),
                page,
                size,
                point.asOf(),
                point.knownAt());
    }

    record Phase(
            String phase,
            String state,
            String stateLabel,
            LocalDate stateSince,
            String subState,
            boolean suspended,
            boolean stopped,
            String cause,
            LocalDate dueOn,
            int daysLate,
            String light,
            Units.Amount investment,
            Units.Amount invested,
            String progressPercent,
            Map<String, LocalDate> agreed,
            Map<String, LocalDate> recognised) {
        static Phase of(FiveGapsQuery.PhaseView view, Locale locale) {
            return new Phase(
                    view.phase(),
                    view.state().name(),
                    Words.text(view.state(), locale),
                    view.stateSince(),
                    constant(view.subState()),
                    view.suspended(),
                    view.stopped(),
                    constant(view.cause()),
                    view.dueOn(),
                    view.daysLate(),
                    constant(view.light()),
                    Units.Amount.inWan(view.investment()),
                    Units.Amount.inWan(view.invested()),
                    plain(view.progressPercent()),
                    milestones(view.agreed()),
                    milestones(view.recognised()));
        }

        private static Map<String, LocalDate> milestones(List<LocalDate> dates) {
            Map<String, LocalDate> byMilestone = new LinkedHashMap<>();
            Milestone[] milestones = Milestone.values();
            for (int i = 0; i < dates.size() && i < milestones.length; i++) {
                byMilestone.put(milestones[i].name(), dates.get(i));
            }
            return byMilestone;
        }
    }

    /**
     * @param ids of the aggregates that carry the project, as far as they exist
     * @param file everything that the project's page shows: visits, rounds, terms, reviews, agreements, capital, returns …
     * @param availableActions commands that its state and the caller's roles allow; none when one looks at the past
     */
    record Dossier(
            LocalDate asOf,
            Instant knownAt,
            Project project,
            Map<String, String> ids,
            List<Phase> phases,
            List<String> availableActions,
            DossierView file) {}

    @GetMapping("/projects/{idOrNo}")
    Dossier project(
            @PathVariable String idOrNo,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Viewer viewer = Account.viewer();
        Locale locale = ApiLocale.of(http);
        ProjectView view = finder.find(idOrNo, point.query(), viewer);
        Optional<ProjectRow> now = projects.find(view.projectId(), viewer, Today.date());
        Map<String, String> ids = new LinkedHashMap<>();
        put(ids, "leadId", view.leadId());
        put(ids, "negotiationId", view.negotiationId());
        put(ids, "signingId", view.signingId());
        put(ids, "followUpId", now.map(ProjectRow::followUpId).orElse(null));
        put(ids, "investorId", view.investorId());
        List<Phase> phases = view.signingId() == null
                ? List.of()
                : fiveGaps
                        .phases(FiveGapsQuery.Request.ofProjects(Set.of(view.projectId())), point.query(), viewer)
                        .stream()
                        .map(phase -> Phase.of(phase, locale))
                        .toList();
        return new Dossier(
                point.asOf(),
                point.knownAt(),
                Project.of(view, locale),
                ids,
                phases,
                point.query().isNow() ? now.map(ProjectRow::availableActions).orElse(List.of()) : List.of(),
                dossiers.find(view.projectId(), point.query(), viewer, Today.date())
                        .orElse(null));
    }

    record StageRow(
            String stage,
            String label,
            long count,
            List<Units.Amount> sums,
            int medianDays,
            long reached,
            Double conversion) {}

    record Pipeline(LocalDate asOf, Instant knownAt, List<StageRow> stages, Figures total) {}

    @GetMapping("/pipeline")
    Pipeline pipeline(
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Set<String> industry,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        PipelineQuery.Pipeline answer =
                pipeline.pipeline(narrowed(park, industry, null), point.query(), Account.viewer());
        return new Pipeline(
                point.asOf(),
                point.knownAt(),
                answer.stages().stream()
                        .map(stage -> new StageRow(
                                stage.stage().name(),
                                Words.text(stage.stage(), locale),
                                stage.figure().count(),
                                Figures.of(stage.figure()).sums(),
                                stage.medianDays(),
                                stage.reached(),
                                stage.conversion()))
                        .toList(),
                Figures.of(answer.total()));
    }

    record Lights(long green, long yellow, long red) {
        static Lights of(Map<Light, Long> lights) {
            return new Lights(
                    lights.getOrDefault(Light.GREEN, 0L),
                    lights.getOrDefault(Light.YELLOW, 0L),
                    lights.getOrDefault(Light.RED, 0L));
        }
    }

    record GapState(String state, String label, long count, long overdue, List<Units.Amount> sums, Lights lights) {}

    record GapRow(
            String projectId,
            String projectNo,
            String name,
            String phase,
            String state,
            LocalDate dueOn,
            int daysLate,
            String light,
            String cause,
            boolean decisive,
            boolean quiet,
            List<GapReason> reasons,
            GapDelay delay) {}

    /** @param amount days late, points behind, or days without inclusion in the statistics */
    record GapReason(String kind, String light, long amount) {}

    record GapDelay(
            String cause,
            String explanation,
            String owner,
            String nextAction,
            LocalDate nextActionOn,
            LocalDate quietUntil) {}

    /**
     * @param page and {@code size} are {@code null} when all rows were asked for
     * @param rows phases, what has been due longest first; of each project one is decisive and counts in its state
     */
    record FiveGaps(
            LocalDate asOf,
            Instant knownAt,
            List<GapState> states,
            Figures total,
            Integer page,
            Integer size,
            List<GapRow> rows) {}

    /** Without {@code size} all rows are given. */
    @GetMapping("/five-gaps")
    FiveGaps fiveGaps(
            @RequestParam(required = false) Set<String> park,
            @RequestParam(required = false) Set<String> industry,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) List<PhaseState> state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) Integer size,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        FiveGapsQuery.Request request =
                FiveGapsQuery.Request.of(narrowed(park, industry, overdue)).in(state == null ? List.of() : state);
        FiveGapsQuery.FiveGaps answer = size == null
                ? fiveGaps.fiveGaps(request, point.query(), Account.viewer())
                : fiveGaps.fiveGaps(request, Bounds.page(page, size), point.query(), Account.viewer());
        return new FiveGaps(
                point.asOf(),
                point.knownAt(),
                answer.states().stream()
                        .map(each -> new GapState(
                                each.state().name(),
                                Words.text(each.state(), locale),
                                each.figure().count(),
                                each.overdue(),
                                Figures.of(each.figure()).sums(),
                                Lights.of(each.lights())))
                        .toList(),
                Figures.of(answer.total()),
                size == null ? null : page,
                size,
                answer.rows().stream()
                        .map(row -> new GapRow(
                                row.projectId().toString(),
                                row.projectNo(),
                                row.projectName(),
                                row.phase(),
                                row.state().name(),
                                row.dueOn(),
                                row.daysLate(),
                                constant(row.light()),
                                constant(row.lateCause()),
                                row.decisive(),
                                row.verdict().quiet(),
                                row.verdict().reasons().stream()
                                        .map(reason -> new GapReason(
                                                reason.kind().name(),
                                                reason.light().name(),
                                                reason.amount()))
                                        .toList(),
                                delay(row)))
                        .toList());
    }

    private static GapDelay delay(FiveGapsQuery.PhaseView row) {
        return row.delay() == null
                ? null
                : new GapDelay(
                        row.delay().cause().name(),
                        row.delay().explanation(),
                        row.delayOwnerName(),
                        row.delay().nextAction(),
                        row.delay().nextActionOn(),
                        row.delay().quietUntil());
    }

    private static ProjectFilter narrowed(Set<String> park, Set<String> industry, Boolean overdue) {
        return ProjectFilter.ALL.inParks(park).inIndustries(industry).overdue(overdue);
    }

    /** A person is named by id or by user name. */
    private StaffId person(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() == 36) {
            try {
                return StaffId.of(text);
            } catch (IllegalArgumentException e) {
                throw RuleViolated.at(field, ApiRule.ID_FORM);
            }
        }
        return staff.byUsername(text)
                .map(StaffDirectory.Account::staffId)
                .orElseThrow(() -> RuleViolated.at(field, StaffRule.UNKNOWN_STAFF));
    }

    static String constant(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> ids, String name, TypedId id) {
        if (id != null) {
            ids.put(name, id.value().toString());
        }
    }
}
