package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.ScorecardView.Score;
import dev.wuwei.crm.projections.target.ScorecardView.Standing;
import dev.wuwei.crm.projections.target.ScorecardView.Version;
import dev.wuwei.crm.target.PeriodKind;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRepealed;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRevised;
import dev.wuwei.crm.target.ScorecardId;
import dev.wuwei.crm.target.Scoring;
import dev.wuwei.crm.target.Scoring.Span;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Scorecards by the version in force on a day, and what everybody scores by it. Whoever has a target of the year is assessed, by
 * the figures of its last day once it is over: what happens afterwards is another year's.
 * Places are among all of them; somebody who sees some parks only sees the lines of these.
 */
@Component
public class ScorecardQuery {
    private final TargetQuery targets;
    private final TargetProgressQuery progress;

    public ScorecardQuery(TargetQuery targets, TargetProgressQuery progress) {
        this.targets = targets;
        this.progress = progress;
    }

    /** @return one for each kind of people at most, parks first */
    public List<ScorecardView> scorecards(int year, AsOf asOf, Viewer viewer) {
        Map<ScorecardId, ScorecardDefined> begun = new LinkedHashMap<>();
        Map<ScorecardId, List<Version>> versions = new LinkedHashMap<>();
        for (TargetFact fact : targets.facts(year, asOf)) {
            switch (fact.event()) {
                case ScorecardDefined e -> {
                    begun.put(e.scorecardId(), e);
                    versions.put(e.scorecardId(), new ArrayList<>(List.of(version(fact, 1, e.name(), e.items()))));
                }
                case ScorecardRevised e ->
                    versions.get(e.scorecardId()).add(version(fact, e.version(), e.name(), e.items()));
                case ScorecardRepealed e -> begun.remove(e.scorecardId());
                default -> {}
            }
        }
        TargetFigures figures = progress.figures(year, asOf, everything(viewer)).atEndOfYear();
        return begun.values().stream()
                .sorted(Comparator.comparing(ScorecardDefined::over))
                .map(card -> {
                    List<Version> all = List.copyOf(versions.get(card.scorecardId()));
                    return new ScorecardView(
                            card.scorecardId(),
                            year,
                            card.over(),
                            figures.day(),
                            all,
                            ranking(year, card.over(), all.getLast().items(), figures, asOf, viewer));
                })
                .toList();
    }

    private static Version version(TargetFact fact, int number, String name, List<ScoreItem> items) {
        return new Version(
                number, name, items, fact.event().occurredOn(), fact.recordedAt(), fact.recordedBy(), fact.reason());
    }

    private static Viewer everything(Viewer viewer) {
        return new Viewer(viewer.staffId(), viewer.roles(), Set.of());
    }

    private List<Standing> ranking(
            int year, ScopeKind over, List<ScoreItem> items, TargetFigures figures, AsOf asOf, Viewer viewer) {
        List<TargetView> ofYear = targets.targets(year, asOf, everything(viewer)).stream()
                .filter(target ->
                        target.scope().kind() == over && target.period().kind() == PeriodKind.YEAR)
                .toList();
        Map<String, TargetScope> assessed = new LinkedHashMap<>();
        ofYear.forEach(target -> assessed.put(target.scope().key(), target.scope()));
        List<List<Score>> byItem = new ArrayList<>();
        for (ScoreItem item : items) {
            byItem.add(scored(assessed.values().stream()
                    .map(scope -> found(item, scope, year, ofYear, figures))
                    .toList()));
        }
        List<TargetScope> scopes = List.copyOf(assessed.values());
        List<List<Score>> scores = new ArrayList<>();
        List<BigDecimal> totals = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            int at = i;
            List<Score> own = byItem.stream().map(item -> item.get(at)).toList();
            scores.add(own);
            totals.add(
                    own.stream().map(Score::points).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        List<Integer> places = Scoring.places(totals);
        List<Standing> ranking = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            if (TargetView.sees(viewer, scopes.get(i))) {
                ranking.add(new Standing(places.get(i), scopes.get(i), totals.get(i), scores.get(i)));
            }
        }
        ranking.sort(Comparator.comparingInt(Standing::place)
                .thenComparing(standing -> standing.scope().key()));
        return List.copyOf(ranking);
    }

    /** What there is to reckon with; the points come when everybody's is known. */
    private static Score found(
            ScoreItem item, TargetScope scope, int year, List<TargetView> ofYear, TargetFigures figures) {
        if (item.basis() == ScoreBasis.OVERDUE) {
            BigDecimal overdue = figures.overdue(scope);
            return new Score(item, null, overdue, overdue, null, null);
        }
        BigDecimal actual = figures.number(item.measure(), scope, TargetPeriod.year(year));
        BigDecimal target = ofYear.stream()
                .filter(each ->
                        each.measure() == item.measure() && each.scope().key().equals(scope.key()))
                .map(each -> each.value().number())
                .findFirst()
                .orElse(null);
        if (item.basis() == ScoreBasis.ACTUAL) {
            return new Score(item, null, actual, actual, null, null);
        }
        BigDecimal rate = actual == null || target == null ? null : actual.divide(target, MathContext.DECIMAL64);
        return new Score(item, target, actual, rate, null, null);
    }

    private static List<Score> scored(List<Score> found) {
        List<BigDecimal> figures =
                found.stream().map(Score::figure).filter(Objects::nonNull).toList();
        if (figures.isEmpty()) {
            return found;
        }
        Span span = Span.of(figures);
        return found.stream()
                .map(score -> score.figure() == null
                        ? score
                        : new Score(
                                score.item(),
                                score.target(),
                                score.actual(),
                                score.figure(),
                                span,
                                Scoring.points(score.item(), score.figure(), span)))
                .toList();
    }
}
