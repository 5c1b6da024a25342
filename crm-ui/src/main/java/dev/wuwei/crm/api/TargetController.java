package dev.wuwei.crm.api;

import static dev.wuwei.crm.api.ProjectController.constant;

import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.target.Forecast;
import dev.wuwei.crm.projections.target.ScorecardQuery;
import dev.wuwei.crm.projections.target.ScorecardView;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Targets with what was reached of them, and scorecards with who stands where, on any day, as known at any instant. */
@RestController
@RequestMapping(path = "/api/v1/targets", produces = MediaType.APPLICATION_JSON_VALUE)
class TargetController {
    private static final int DECIMALS = 2;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2099;

    private final TargetProgressQuery targets;
    private final ScorecardQuery scorecards;

    TargetController(TargetProgressQuery targets, ScorecardQuery scorecards) {
        this.targets = targets;
        this.scorecards = scorecards;
    }

    /** @param code of a park, id of a team or person; {@code null} for the whole place */
    record Scope(String kind, String label, String code, String name) {
        static Scope of(TargetScope scope, Locale locale) {
            String code = switch (scope.kind()) {
                case WHOLE -> null;
                case PARK -> scope.park().code();
                case TEAM -> scope.teamId().toString();
                case PERSON, LEADER -> scope.staffId().toString();
            };
            String name = switch (scope.kind()) {
                case PARK -> scope.park().name();
                case TEAM -> scope.teamName();
                default -> null;
            };
            return new Scope(scope.kind().name(), Words.text(scope.kind(), locale), code, name);
        }
    }

    record Period(String kind, LocalDate from, LocalDate to) {
        static Period of(TargetPeriod period) {
            return new Period(constant(period.kind()), period.from(), period.to());
        }
    }

    /** One of these: a number of projects, an amount in 亿元 or 万美元, land in 亩. What is reckoned has two decimals. */
    record Value(Number count, Units.Amount amount, Units.Land land) {
        static Value of(TargetMeasure measure, BigDecimal number) {
            if (number == null) {
                return null;
            }
            BigDecimal shown =
                    number.setScale(Math.clamp(number.stripTrailingZeros().scale(), 0, DECIMALS), RoundingMode.HALF_UP);
            return switch (measure.unit()) {
                case PROJECTS -> counted(shown);
                case CNY -> new Value(null, Units.Amount.inYi(new Money(shown, Currency.CNY)), null);
                case USD -> new Value(null, Units.Amount.inYi(new Money(shown, Currency.USD)), null);
                case MU -> new Value(null, null, Units.Land.of(new Area(shown, AreaUnit.MU)));
            };
        }

        static Value counted(BigDecimal number) {
            return new Value(
                    number.scale() > 0 ? (Number) number.doubleValue() : (Number) number.longValueExact(), null, null);
        }
    }

    /**
     * 序时进度.
     *
     * @param share that should be reached by the day, 0 to 1
     * @param by {@code DAYS}, or {@code PARTS} where the quarters or months have targets of their own
     */
    record Pace(double share, String by, Value expected) {}

    /**
     * @param stage {@code null} for all stages together
     * @param weight share that went on to sign, and to what the target asks for
     * @param inTime whether a signature can be reached before the period ends; what cannot is not in the forecast
     */
    record Talks(String stage, Value value, double weight, boolean inTime) {}

    /** @param share how many of all signatures are what the target asks for, {@code null} where any is */
    record ForecastOf(Value value, Double share, List<Talks> talks) {
        static ForecastOf of(TargetMeasure measure, Forecast forecast) {
            return forecast == null
                    ? null
                    : new ForecastOf(
                            Value.of(measure, forecast.number()),
                            Units.share(forecast.share()),
                            forecast.talks().stream()
                                    .map(talks -> new Talks(
                                            constant(talks.stage()),
                                            Value.of(measure, talks.number()),
                                            talks.weight().doubleValue(),
                                            talks.inTime()))
                                    .toList());
        }
    }

    /** @param value {@code null} where it was withdrawn */
    record Step(
            Value value, String basis, LocalDate occurredOn, Instant recordedAt, String recordedBy, String reason) {}

    /**
     * @param completion actual ÷ target, 1 for all of it
     * @param noForecast why there is no forecast, {@code null} where there is one
     * @param explain where the rows are that make the actual, at the same point; {@code null} where the totals do not hold them
     */
    record Target(
            String targetId,
            Scope scope,
            Period period,
            String measure,
            String label,
            String unit,
            Value target,
            Value actual,
            Double completion,
            Pace pace,
            Value ahead,
            ForecastOf forecast,
            String noForecast,
            String basis,
            List<Step> steps,
            String explain) {
        static Target of(TargetProgress progress, AsOf asked, Locale locale) {
            TargetView view = progress.target();
            TargetMeasure measure = view.measure();
            return new Target(
                    view.targetId().toString(),
                    Scope.of(view.scope(), locale),
                    Period.of(view.period()),
                    measure.name(),
                    Words.text(measure, locale),
                    Words.text(measure.unit(), locale),
                    Value.of(measure, view.value().number()),
                    Value.of(measure, progress.actual()),
                    Units.share(progress.completion()),
                    progress.pace() == null
                            ? null
                            : new Pace(
                                    Units.share(progress.pace().share()),
                                    progress.pace().by().name(),
                                    Value.of(measure, progress.expected())),
                    Value.of(measure, progress.ahead()),
                    ForecastOf.of(measure, progress.forecast()),
                    constant(progress.noForecast()),
                    view.basis(),
                    view.steps().stream()
                            .map(step -> new Step(
                                    step.value() == null
                                            ? null
                                            : Value.of(measure, step.value().number()),
                                    step.basis(),
                                    step.on(),
                                    step.recordedAt(),
                                    step.by() == null ? null : step.by().toString(),
                                    step.reason()))
                            .toList(),
                    explain(view, asked));
        }

        private static String explain(TargetView view, AsOf asked) {
            TargetMeasure measure = view.measure();
            if (measure.ledger() == null) {
                return null;
            }
            StringBuilder link = new StringBuilder("/api/v1/totals/explain?measure=")
                    .append(Measure.valueOf(measure.ledger()).key());
            if (!measure.isStanding()) {
                link.append("&from=").append(view.period().from());
                link.append("&to=").append(view.period().to());
            }
            TargetProgressQuery.cell(view)
                    .forEach((dimension, code) -> link.append("&cell=")
                            .append(dimension.key())
                            .append(':')
                            .append(code));
            AsOf point = TargetProgressQuery.point(view, asked);
            if (point.asOf() != null) {
                link.append("&asOf=").append(point.asOf());
            }
            if (point.knownAt() != null) {
                link.append("&knownAt=").append(point.knownAt());
            }
            return link.toString();
        }
    }

    record Targets(int year, LocalDate asOf, Instant knownAt, List<Target> rows, long total) {}

    /** @param year that of today when it is missing */
    @GetMapping
    Targets targets(
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        int asked = year(year);
        Locale locale = ApiLocale.of(http);
        List<Target> rows = targets.progress(asked, Set.of(), point.query(), Account.viewer(), point.asOf()).stream()
                .map(progress -> Target.of(progress, point.query(), locale))
                .toList();
        return new Targets(asked, point.asOf(), point.knownAt(), rows, rows.size());
    }

    /** @param points for the target, for the best, or of a deduction what each unit costs; {@code limit} or {@code null} */
    record Item(String measure, String basis, String formula, BigDecimal points, BigDecimal limit) {
        static Item of(ScoreItem item) {
            return new Item(
                    constant(item.measure()),
                    item.basis().name(),
                    item.formula().name(),
                    item.points(),
                    item.limit());
        }
    }

    /**
     * @param figure what the formula was given: a rate (1 for all of it) or a number
     * @param least of everybody's figures
     * @param most of everybody's figures
     */
    record Score(Value target, Value actual, BigDecimal figure, BigDecimal least, BigDecimal most, BigDecimal points) {
        static Score of(ScorecardView.Score score) {
            TargetMeasure measure = score.item().measure();
            return new Score(
                    Value.of(measure, score.target()),
                    measure == null ? overdue(score.actual()) : Value.of(measure, score.actual()),
                    score.figure(),
                    score.span() == null ? null : score.span().least(),
                    score.span() == null ? null : score.span().most(),
                    score.points());
        }

        private static Value overdue(BigDecimal projects) {
            return projects == null ? null : Value.counted(projects);
        }
    }

    record Standing(int place, Scope scope, BigDecimal total, List<Score> scores) {}

    /** @param figuresOn the day whose figures they are: the last of the year, or the one asked for while the year runs */
    record Scorecard(
            String scorecardId,
            String name,
            String over,
            LocalDate figuresOn,
            int version,
            LocalDate since,
            String reason,
            List<Item> items,
            List<Standing> ranking) {
        static Scorecard of(ScorecardView card, Locale locale) {
            ScorecardView.Version version = card.inForce();
            return new Scorecard(
                    card.scorecardId().toString(),
                    version.name(),
                    card.over().name(),
                    card.day(),
                    version.number(),
                    version.on(),
                    version.reason(),
                    version.items().stream().map(Item::of).toList(),
                    card.ranking().stream()
                            .map(standing -> new Standing(
                                    standing.place(),
                                    Scope.of(standing.scope(), locale),
                                    standing.total(),
                                    standing.scores().stream().map(Score::of).toList()))
                            .toList());
        }
    }

    record Scorecards(int year, LocalDate asOf, Instant knownAt, List<Scorecard> rows, long total) {}

    @GetMapping("/scorecards")
    Scorecards scorecards(
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        int asked = year(year);
        Locale locale = ApiLocale.of(http);
        List<Scorecard> rows = scorecards.scorecards(asked, point.query(), Account.viewer()).stream()
                .map(card -> Scorecard.of(card, locale))
                .toList();
        return new Scorecards(asked, point.asOf(), point.knownAt(), rows, rows.size());
    }

    private static int year(Integer year) {
        if (year == null) {
            return Today.date().getYear();
        }
        Bounds.within("year", year, FIRST_YEAR, LAST_YEAR);
        return year;
    }
}
