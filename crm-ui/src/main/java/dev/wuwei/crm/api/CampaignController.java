package dev.wuwei.crm.api;

import static dev.wuwei.crm.api.ProjectController.constant;

import dev.wuwei.crm.api.ProjectController.Code;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.Consequence;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.projections.commitment.Fulfilment;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Look-back campaigns as they stood on any day, as known at any instant: the list, one with its reviews, and one sheet. */
@RestController
@RequestMapping(path = "/api/v1/campaigns", produces = MediaType.APPLICATION_JSON_VALUE)
class CampaignController {
    private final LookBackQuery lookBacks;

    CampaignController(LookBackQuery lookBacks) {
        this.lookBacks = lookBacks;
    }

    record Rule(
            LocalDate signedFrom, LocalDate signedTo, List<Code> parks, List<Code> industries, Units.Amount atLeast) {
        static Rule of(ScopeRule rule) {
            return new Rule(
                    rule.signedFrom(),
                    rule.signedTo(),
                    codes(rule.parks()),
                    codes(rule.industries()),
                    Units.Amount.inYi(rule.atLeast()));
        }

        private static List<Code> codes(List<Coded> coded) {
            return coded.stream().map(Code::of).toList();
        }
    }

    /** @param grades how many reviews have each */
    record Campaign(
            String campaignId,
            String name,
            Rule rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<String> reviewers,
            String state,
            String label,
            Map<String, LocalDate> reachedOn,
            int projects,
            long finished,
            Map<String, Long> grades,
            String conclusion) {
        static Campaign of(CampaignView view, Locale locale) {
            Map<String, LocalDate> days = new LinkedHashMap<>();
            Stream.of(CampaignState.values())
                    .filter(view.reachedOn()::containsKey)
                    .forEach(state -> days.put(state.name(), view.reachedOn().get(state)));
            Map<String, Long> grades = new LinkedHashMap<>();
            view.reviews().stream()
                    .map(review -> review.progress().grade())
                    .filter(grade -> grade != null)
                    .sorted()
                    .forEach(grade -> grades.merge(grade.name(), 1L, Long::sum));
            return new Campaign(
                    view.campaignId().toString(),
                    view.name(),
                    Rule.of(view.rule()),
                    view.cutOff(),
                    view.finishBy(),
                    view.reviewers().stream().map(Object::toString).toList(),
                    view.state().name(),
                    Words.text(view.state(), locale),
                    days,
                    view.projects().size(),
                    view.reviews().size() - view.unfinished(),
                    grades,
                    view.conclusion());
        }
    }

    record Campaigns(List<Campaign> rows, long total, LocalDate asOf, Instant knownAt) {}

    @GetMapping
    Campaigns campaigns(
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        List<Campaign> rows = lookBacks.campaigns(point.query(), Account.viewer()).stream()
                .map(view -> Campaign.of(view, locale))
                .toList();
        return new Campaigns(rows, rows.size(), point.asOf(), point.knownAt());
    }

    /** @param fiveGap on the cut-off date */
    record Review(
            String reviewId,
            String projectId,
            String projectNo,
            String projectName,
            Code park,
            String state,
            String label,
            String fiveGap,
            int daysLate,
            CommitmentController.Rate company,
            CommitmentController.Rate government,
            String grade,
            String cause,
            int rectifications,
            int rectificationsOpen) {
        static Review of(ReviewView view, Locale locale) {
            ReviewProgress progress = view.progress();
            return new Review(
                    view.reviewId().toString(),
                    view.project().projectId().toString(),
                    view.project().projectNo(),
                    view.project().name(),
                    Code.of(view.project().park()),
                    progress.state().name(),
                    Words.text(progress.state(), locale),
                    constant(view.sheet().fiveGap()),
                    view.sheet().daysLate(),
                    rate(view.fulfilment(CommitmentSide.COMPANY)),
                    rate(view.fulfilment(CommitmentSide.GOVERNMENT)),
                    constant(progress.grade()),
                    constant(progress.cause()),
                    progress.rectifications().size(),
                    progress.open());
        }

        private static CommitmentController.Rate rate(Fulfilment fulfilment) {
            return CommitmentController.Rate.of(fulfilment);
        }
    }

    record OneCampaign(Campaign campaign, List<Review> reviews, LocalDate asOf, Instant knownAt) {}

    @GetMapping("/{campaignId}")
    OneCampaign campaign(
            @PathVariable String campaignId,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        CampaignView view = find(campaignId, point);
        return new OneCampaign(
                Campaign.of(view, locale),
                view.reviews().stream().map(review -> Review.of(review, locale)).toList(),
                point.asOf(),
                point.knownAt());
    }

    private CampaignView find(String campaignId, PointInTime point) {
        try {
            return lookBacks
                    .find(CampaignId.of(campaignId), point.query(), Account.viewer())
                    .orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new RuleViolated(ApiRule.NOT_FOUND);
        }
    }

    record Figure(String metric, String value, LocalDate on, String inputs) {}

    record Follows(String kind, Units.Amount amount, String note) {
        static Follows of(Consequence one) {
            return new Follows(one.kind().name(), Units.Amount.inWan(one.amount()), one.note());
        }
    }

    record Visit(LocalDate on, String findings) {}

    record Rectification(
            String rectificationId,
            String party,
            String demand,
            String responsible,
            LocalDate deadline,
            String result,
            LocalDate reportedOn,
            String opinion,
            LocalDate recheckedOn,
            boolean passed) {
        static Rectification of(ReviewProgress.Rectification one) {
            return new Rectification(
                    one.id().toString(),
                    one.side().name(),
                    one.demand(),
                    one.responsible(),
                    one.deadline(),
                    one.result(),
                    one.reportedOn(),
                    one.opinion(),
                    one.recheckedOn(),
                    one.passed());
        }
    }

    /**
     * The sheet as it was pulled.
     *
     * @param sheetKnownAt what was recorded later is not on it
     * @param position of the event that pulled the data
     */
    record OneReview(
            Review review,
            LocalDate cutOff,
            Instant sheetKnownAt,
            long position,
            int agreementVersion,
            List<CommitmentController.Commitment> commitments,
            List<Figure> figures,
            List<Visit> visits,
            String opinion,
            List<Follows> consequences,
            String documentNo,
            List<Rectification> rectifications,
            String outcome) {}

    @GetMapping("/{campaignId}/{projectNo}")
    OneReview review(
            @PathVariable String campaignId,
            @PathVariable String projectNo,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        Locale locale = ApiLocale.of(http);
        ReviewView view = find(campaignId, PointInTime.of(asOf, knownAt)).reviews().stream()
                .filter(review -> review.project().projectNo().equals(projectNo))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        ReviewProgress progress = view.progress();
        return new OneReview(
                Review.of(view, locale),
                view.cutOff(),
                view.knownAt(),
                view.position(),
                view.sheet().agreementVersion(),
                Stream.of(CommitmentSide.values())
                        .flatMap(side -> view.lines(side).stream())
                        .map(line -> CommitmentController.Commitment.of(line, locale))
                        .toList(),
                view.sheet().figures().stream()
                        .map(figure -> new Figure(
                                figure.metric().name(), figure.value().toPlainString(), figure.on(), figure.inputs()))
                        .toList(),
                progress.visits().stream()
                        .map(visit -> new Visit(visit.on(), visit.findings()))
                        .toList(),
                progress.opinion(),
                progress.consequences().stream().map(Follows::of).toList(),
                progress.documentNo(),
                progress.rectifications().stream().map(Rectification::of).toList(),
                progress.outcome());
    }
}
