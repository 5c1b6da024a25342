package dev.wuwei.crm.lookback;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.lookback.LookBackCommand.CloseReview;
import dev.wuwei.crm.lookback.LookBackCommand.DemandRectification;
import dev.wuwei.crm.lookback.LookBackCommand.EscalateReview;
import dev.wuwei.crm.lookback.LookBackCommand.NotifyResult;
import dev.wuwei.crm.lookback.LookBackCommand.OpenReview;
import dev.wuwei.crm.lookback.LookBackCommand.RateReview;
import dev.wuwei.crm.lookback.LookBackCommand.RecheckRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RecordSiteVisit;
import dev.wuwei.crm.lookback.LookBackCommand.ReportRectification;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleRectification;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationDemanded;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationRechecked;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationReported;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationRescheduled;
import dev.wuwei.crm.lookback.ReviewEvent.ResultNotified;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewClosed;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewEscalated;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewOpened;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewRated;
import dev.wuwei.crm.lookback.ReviewEvent.SiteVisited;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The review of one project: its sheet as it was pulled, what was found on site, the rating and what followed. */
@Aggregate(cache = "aggregateCache")
class LookBackReview {
    @AggregateIdentifier
    private LookBackReviewId id;

    private CampaignId campaignId;
    private ProjectId projectId;
    private Coded park;
    private LocalDate lastStepOn;
    private String ratedEvent;
    private ReviewProgress progress = ReviewProgress.OPENED;

    LookBackReview() {}

    /** Sent again after a policy was cut off, it opens nothing twice. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenReview command, LookBackSources sources) {
        if (id != null) {
            return;
        }
        apply(new ReviewOpened(
                command.reviewId(),
                command.campaignId(),
                command.campaign(),
                command.project().projectId(),
                command.project(),
                command.cutOff(),
                command.knownAt(),
                command.position(),
                sources.get().sheet(command.project(), command.cutOff(), command.knownAt()),
                command.occurredOn()));
    }

    @CommandHandler
    void handle(RecordSiteVisit command, EventMeta meta) {
        require(EnumSet.of(ReviewState.DATA_PULLED, ReviewState.ON_SITE), meta);
        Violations found = new Violations();
        String findings = found.value(() -> Checks.required(command.findings(), Checks.TEXT, "findings"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(new SiteVisited(id, campaignId, projectId, findings, attachments, on));
    }

    @CommandHandler
    void handle(RateReview command, EventMeta meta) {
        require(EnumSet.of(ReviewState.DATA_PULLED, ReviewState.ON_SITE, ReviewState.RATED), meta);
        Violations found = new Violations();
        boolean again = progress.state() == ReviewState.RATED;
        if (again) {
            found.check(() -> Checks.reason(command.reason()));
        }
        found.check(() -> Checks.present(command.grade(), "grade"));
        String opinion = found.value(() -> Checks.required(command.opinion(), Checks.TEXT, "opinion"));
        List<Consequence> consequences = consequences(command.consequences(), found);
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(
                new ReviewRated(id, campaignId, projectId, command.grade(), command.cause(), opinion, consequences, on),
                again ? MetaData.with("correctionOf", ratedEvent) : MetaData.emptyInstance());
    }

    private static List<Consequence> consequences(List<Consequence> given, Violations found) {
        List<Consequence> clean = new ArrayList<>();
        Set<Consequence.Kind> seen = EnumSet.noneOf(Consequence.Kind.class);
        List<Consequence> listed = given == null ? List.of() : given;
        for (int i = 0; i < listed.size(); i++) {
            Consequence one = listed.get(i);
            String path = "consequences[" + i + "].";
            if (one == null || one.kind() == null) {
                found.at(path + "kind", SharedRule.REQUIRED);
                continue;
            }
            if (!seen.add(one.kind())) {
                found.at(path + "kind", LookBackRule.CONSEQUENCE_TWICE);
            }
            if (one.amount() != null && !one.kind().hasAmount()) {
                found.at(path + "amount", LookBackRule.AMOUNT_FITS_NOT);
            } else if (one.amount() != null || one.kind() == Consequence.Kind.CLAWBACK) {
                found.check(() -> Checks.positive(one.amount(), Currency.CNY, path + "amount"));
            }
            String note = found.value(() -> Checks.optional(one.note(), Checks.LINE, path + "note"));
            clean.add(new Consequence(one.kind(), one.amount(), note));
        }
        return List.copyOf(clean);
    }

    @CommandHandler
    void handle(NotifyResult command, EventMeta meta) {
        require(EnumSet.of(ReviewState.RATED), meta);
        Violations found = new Violations();
        String document = found.value(() -> Checks.required(command.documentNo(), Checks.NAME, "documentNo"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(new ResultNotified(id, campaignId, projectId, document, attachments, on));
    }

    @CommandHandler
    void handle(DemandRectification command, EventMeta meta) {
        require(EnumSet.of(ReviewState.NOTIFIED, ReviewState.RECTIFYING, ReviewState.RECHECKED), meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.rectificationId(), "rectificationId"));
        found.when(progress.find(command.rectificationId()).isPresent(), LookBackRule.ALREADY_DEMANDED);
        found.check(() -> Checks.present(command.side(), "side"));
        String demand = found.value(() -> Checks.required(command.demand(), Checks.TEXT, "demand"));
        String responsible = found.value(() -> Checks.required(command.responsible(), Checks.NAME, "responsible"));
        LocalDate on = next(command.occurredOn(), meta, found);
        LocalDate deadline = Deadlines.after(on, command.deadline(), "deadline", found);
        found.throwIfAny();
        apply(new RectificationDemanded(
                id,
                campaignId,
                projectId,
                command.rectificationId(),
                command.side(),
                demand,
                responsible,
                deadline,
                on));
    }

    @CommandHandler
    void handle(RescheduleRectification command, EventMeta meta) {
        require(EnumSet.of(ReviewState.RECTIFYING), meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        var standing = demanded(command.rectificationId(), found);
        found.when(standing != null && standing.passed(), LookBackRule.ALREADY_PASSED);
        LocalDate on = next(command.occurredOn(), meta, found);
        LocalDate deadline = Deadlines.moved(
                standing == null ? null : standing.deadline(), on, command.deadline(), "deadline", found);
        found.throwIfAny();
        apply(new RectificationRescheduled(
                id,
                campaignId,
                projectId,
                command.rectificationId(),
                standing.demand(),
                deadline,
                standing.deadline(),
                on));
    }

    @CommandHandler
    void handle(ReportRectification command, EventMeta meta) {
        require(EnumSet.of(ReviewState.RECTIFYING), meta);
        Violations found = new Violations();
        var standing = demanded(command.rectificationId(), found);
        found.when(standing != null && standing.passed(), LookBackRule.ALREADY_PASSED);
        String result = found.value(() -> Checks.required(command.result(), Checks.TEXT, "result"));
        List<Attachment> attachments = attachments(command.attachments(), found);
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(new RectificationReported(id, campaignId, projectId, command.rectificationId(), result, attachments, on));
    }

    @CommandHandler
    void handle(RecheckRectification command, EventMeta meta) {
        require(EnumSet.of(ReviewState.RECTIFYING), meta);
        Violations found = new Violations();
        var standing = demanded(command.rectificationId(), found);
        found.when(standing != null && standing.passed(), LookBackRule.ALREADY_PASSED);
        found.when(standing != null && !standing.passed() && standing.reportedOn() == null, LookBackRule.NOT_REPORTED);
        String opinion = found.value(() -> Checks.required(command.opinion(), Checks.TEXT, "opinion"));
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(new RectificationRechecked(
                id, campaignId, projectId, command.rectificationId(), command.passed(), opinion, on));
    }

    private ReviewProgress.Rectification demanded(RectificationId rectification, Violations found) {
        found.check(() -> Checks.present(rectification, "rectificationId"));
        var standing = progress.find(rectification);
        found.when(rectification != null && standing.isEmpty(), LookBackRule.UNKNOWN_RECTIFICATION);
        return standing.orElse(null);
    }

    @CommandHandler
    void handle(CloseReview command, EventMeta meta) {
        require(EnumSet.of(ReviewState.NOTIFIED, ReviewState.RECTIFYING, ReviewState.RECHECKED), meta);
        Violations found = new Violations();
        String conclusion = found.value(() -> Checks.required(command.conclusion(), Checks.TEXT, "conclusion"));
        LocalDate on = next(command.occurredOn(), meta, found);
        found.when(progress.open() > 0, LookBackRule.RECTIFICATIONS_OPEN, progress.open());
        found.throwIfAny();
        apply(new ReviewClosed(id, campaignId, projectId, conclusion, on));
    }

    @CommandHandler
    void handle(EscalateReview command, EventMeta meta) {
        require(EnumSet.of(ReviewState.NOTIFIED, ReviewState.RECTIFYING, ReviewState.RECHECKED), meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        String body = found.value(() -> Checks.required(command.body(), Checks.NAME, "body"));
        LocalDate on = next(command.occurredOn(), meta, found);
        found.throwIfAny();
        apply(new ReviewEscalated(id, campaignId, projectId, body, on));
    }

    private void require(Set<ReviewState> allowed, EventMeta meta) {
        ParkScope.check(park, meta);
        if (!allowed.contains(progress.state())) {
            throw new RuleViolated(LookBackRule.WRONG_REVIEW_STATE, progress.state());
        }
    }

    private LocalDate next(LocalDate date, EventMeta meta, Violations found) {
        return found.value(
                () -> Checks.notBefore(Checks.happened(date, meta.today(), "occurredOn"), lastStepOn, "occurredOn"));
    }

    private static List<Attachment> attachments(List<Attachment> given, Violations found) {
        return found.value(() -> MeetingChecks.attachments(given, "attachments"));
    }

    @EventSourcingHandler
    void on(ReviewEvent event, @MessageIdentifier String eventId) {
        if (event instanceof ReviewOpened opened) {
            id = opened.reviewId();
            campaignId = opened.campaignId();
            projectId = opened.projectId();
            park = opened.project().park();
        }
        if (event instanceof ReviewRated) {
            ratedEvent = eventId;
        }
        lastStepOn = event.occurredOn();
        progress = progress.after(event);
    }
}
