package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.tenure.Capacity;
import dev.wuwei.crm.projections.tenure.Tenure;
import dev.wuwei.crm.projections.tenure.TenureQuery;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 任期交接: what somebody took over, did and handed on between two dates. */
@RestController
@RequestMapping(path = "/api/v1/tenure", produces = MediaType.APPLICATION_JSON_VALUE)
class TenureController {
    private final TenureQuery tenures;

    TenureController(TenureQuery tenures) {
        this.tenures = tenures;
    }

    record Project(String projectId, String projectNo, String name, Units.Amount amount) {
        static Project of(Tenure.Project project) {
            return new Project(
                    project.projectId().toString(),
                    project.projectNo(),
                    project.name(),
                    Units.Amount.inWan(project.amount()));
        }
    }

    /**
     * @param since when it came into hand
     * @param predecessor who had it before; {@code null} when nobody had
     * @param light {@code null} before a formal agreement
     */
    record Held(Project project, String stage, LocalDate since, String predecessor, String light) {
        static List<Held> of(Collection<Tenure.Held> all) {
            return all.stream()
                    .map(held -> new Held(
                            Project.of(held.project()),
                            held.stage().name(),
                            held.since(),
                            held.predecessor(),
                            held.verdict() == null
                                    ? null
                                    : held.verdict().light().name()))
                    .toList();
        }
    }

    /**
     * @param other whom it was taken over from or handed on to; {@code null} for nobody
     * @param status in which it ended
     */
    record Move(Project project, LocalDate on, String kind, String label, String other, String status) {
        static Move of(Tenure.Move move, Locale locale) {
            return new Move(
                    Project.of(move.project()),
                    move.on(),
                    move.kind().name(),
                    Words.text(move.kind(), locale),
                    move.other(),
                    ProjectController.constant(move.status()));
        }
    }

    /** @param inPerson whether the person was there, or handled it themself */
    record Deed(
            Project project, LocalDate on, String kind, String label, String what, String milestone, boolean inPerson) {
        static Deed of(Tenure.Deed deed, Locale locale) {
            return new Deed(
                    Project.of(deed.project()),
                    deed.on(),
                    deed.kind().name(),
                    Words.text(deed.kind(), locale),
                    deed.what(),
                    ProjectController.constant(deed.milestone()),
                    deed.inPerson());
        }
    }

    record Stock(long count, List<Units.Amount> sums, List<Held> rows) {
        static Stock of(Collection<Tenure.Held> held) {
            Figures figures = Figures.of(Tenure.held(held));
            return new Stock(figures.count(), figures.sums(), Held.of(held));
        }
    }

    record TenureOf(
            String as,
            String who,
            String name,
            LocalDate from,
            LocalDate to,
            Instant knownAt,
            Stock opening,
            List<Move> moves,
            List<Deed> deeds,
            Stock closing) {}

    /**
     * @param as {@code LEADER}, {@code OWNER}, {@code LIAISON} or {@code TEAM}
     * @param who id of the person or team; oneself when it is missing
     * @param to at most {@code asOf}, which it is when it is missing
     */
    @GetMapping
    TenureOf tenure(
            @RequestParam Capacity as,
            @RequestParam(required = false) UUID who,
            @RequestParam LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        LocalDate last = to == null ? point.asOf() : to;
        if (last.isAfter(point.asOf())) {
            throw RuleViolated.at("to", ApiRule.IN_FUTURE);
        }
        UUID whose = who == null ? Account.viewer().staffId().value() : who;
        Tenure tenure = tenures.tenure(as, whose, from, last, point.query(), Account.viewer());
        Locale locale = ApiLocale.of(http);
        return new TenureOf(
                as.name(),
                whose.toString(),
                tenure.name(),
                from,
                last,
                point.knownAt(),
                Stock.of(tenure.opening()),
                tenure.moves().stream().map(move -> Move.of(move, locale)).toList(),
                tenure.deeds().stream().map(deed -> Deed.of(deed, locale)).toList(),
                Stock.of(tenure.closing()));
    }
}
