package dev.wuwei.crm.lookback;

import dev.wuwei.crm.followup.Cause;
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
import dev.wuwei.crm.signing.CommitmentSide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the review of one project has come: the fold of its events, for the aggregate and for read models alike. Immutable.
 *
 * @param reachedOn when each state was reached last
 * @param grade with cause, opinion and consequences {@code null} or empty before it is rated
 * @param documentNo of the notice, {@code null} before it
 * @param outcome conclusion of the closing, or the body it was escalated to
 */
public record ReviewProgress(
        ReviewState state,
        Map<ReviewState, LocalDate> reachedOn,
        List<SiteVisit> visits,
        Grade grade,
        Cause cause,
        String opinion,
        List<Consequence> consequences,
        String documentNo,
        List<Rectification> rectifications,
        String outcome) {

    static final ReviewProgress OPENED = new ReviewProgress(
            ReviewState.DATA_PULLED, Map.of(), List.of(), null, null, null, List.of(), null, List.of(), null);

    public record SiteVisit(LocalDate on, String findings, List<Attachment> attachments) {}

    /**
     * @param firstDeadline as it was demanded; what was moved later stays visible by it
     * @param reportedOn {@code null} while it is to be reported, for the first time or anew
     * @param opinion of the last recheck, or {@code null}
     */
    public record Rectification(
            RectificationId id,
            CommitmentSide side,
            String demand,
            String responsible,
            LocalDate deadline,
            LocalDate firstDeadline,
            String result,
            List<Attachment> attachments,
            LocalDate reportedOn,
            String opinion,
            LocalDate recheckedOn,
            boolean passed) {}

    /** @return before anything happened but the pulling of the data, on that day */
    public static ReviewProgress opened(LocalDate on) {
        return OPENED.reaching(ReviewState.DATA_PULLED, on);
    }

    public Optional<Rectification> find(RectificationId rectification) {
        return rectifications.stream()
                .filter(one -> one.id().equals(rectification))
                .findFirst();
    }

    /** @return how many things are not yet put right */
    public int open() {
        return (int) rectifications.stream().filter(one -> !one.passed()).count();
    }

    /** @return the review after this event */
    public ReviewProgress after(ReviewEvent event) {
        return switch (event) {
            case SiteVisited e ->
                withVisit(new SiteVisit(e.occurredOn(), e.findings(), e.attachments()))
                        .reaching(ReviewState.ON_SITE, e.occurredOn());
            case ReviewRated e -> rated(e).reaching(ReviewState.RATED, e.occurredOn());
            case ResultNotified e -> withDocument(e.documentNo()).reaching(ReviewState.NOTIFIED, e.occurredOn());
            case RectificationDemanded e ->
                with(new Rectification(
                                e.rectificationId(),
                                e.side(),
                                e.demand(),
                                e.responsible(),
                                e.deadline(),
                                e.deadline(),
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                false))
                        .reaching(ReviewState.RECTIFYING, e.occurredOn());
            case RectificationRescheduled e ->
                with(rescheduled(find(e.rectificationId()).orElseThrow(), e.deadline()));
            case RectificationReported e ->
                with(reported(find(e.rectificationId()).orElseThrow(), e));
            case RectificationRechecked e -> {
                ReviewProgress checked =
                        with(rechecked(find(e.rectificationId()).orElseThrow(), e));
                yield checked.open() == 0 ? checked.reaching(ReviewState.RECHECKED, e.occurredOn()) : checked;
            }
            case ReviewClosed e -> withOutcome(e.conclusion()).reaching(ReviewState.CLOSED, e.occurredOn());
            case ReviewEscalated e -> withOutcome(e.body()).reaching(ReviewState.ESCALATED, e.occurredOn());
            case ReviewOpened e -> this;
        };
    }

    private static Rectification rescheduled(Rectification one, LocalDate deadline) {
        return new Rectification(
                one.id(),
                one.side(),
                one.demand(),
                one.responsible(),
                deadline,
                one.firstDeadline(),
                one.result(),
                one.attachments(),
                one.reportedOn(),
                one.opinion(),
                one.recheckedOn(),
                one.passed());
    }

    private static Rectification reported(Rectification one, RectificationReported e) {
        return new Rectification(
                one.id(),
                one.side(),
                one.demand(),
                one.responsible(),
                one.deadline(),
                one.firstDeadline(),
                e.result(),
                e.attachments(),
                e.occurredOn(),
                one.opinion(),
                one.recheckedOn(),
                false);
    }

    private static Rectification rechecked(Rectification one, RectificationRechecked e) {
        return new Rectification(
                one.id(),
                one.side(),
                one.demand(),
                one.responsible(),
                one.deadline(),
                one.firstDeadline(),
                one.result(),
                one.attachments(),
                e.passed() ? one.reportedOn() : null,
                e.opinion(),
                e.occurredOn(),
                e.passed());
    }

    private ReviewProgress reaching(ReviewState reached, LocalDate on) {
        Map<ReviewState, LocalDate> days = new EnumMap<>(ReviewState.class);
        days.putAll(reachedOn);
        days.put(reached, on);
        return new ReviewProgress(
                reached,
                Map.copyOf(days),
                visits,
                grade,
                cause,
                opinion,
                consequences,
                documentNo,
                rectifications,
                outcome);
    }

    private ReviewProgress withVisit(SiteVisit visit) {
        List<SiteVisit> all = new ArrayList<>(visits);
        all.add(visit);
        return new ReviewProgress(
                state,
                reachedOn,
                List.copyOf(all),
                grade,
                cause,
                opinion,
                consequences,
                documentNo,
                rectifications,
                outcome);
    }

    private ReviewProgress rated(ReviewRated e) {
        return new ReviewProgress(
                state,
                reachedOn,
                visits,
                e.grade(),
                e.cause(),
                e.opinion(),
                e.consequences(),
                documentNo,
                rectifications,
                outcome);
    }

    private ReviewProgress withDocument(String number) {
        return new ReviewProgress(
                state, reachedOn, visits, grade, cause, opinion, consequences, number, rectifications, outcome);
    }

    private ReviewProgress with(Rectification one) {
        List<Rectification> all = new ArrayList<>(rectifications);
        int known = all.indexOf(find(one.id()).orElse(null));
        if (known < 0) {
            all.add(one);
        } else {
            all.set(known, one);
        }
        return new ReviewProgress(
                state, reachedOn, visits, grade, cause, opinion, consequences, documentNo, List.copyOf(all), outcome);
    }

    private ReviewProgress withOutcome(String said) {
        return new ReviewProgress(
                state, reachedOn, visits, grade, cause, opinion, consequences, documentNo, rectifications, said);
    }
}
