package dev.wuwei.crm.projections.lookback;

import dev.wuwei.crm.lookback.CampaignEvent.CampaignClosed;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignPlanned;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignRescheduled;
import dev.wuwei.crm.lookback.CampaignEvent.DataPulled;
import dev.wuwei.crm.lookback.CampaignEvent.PlanRevised;
import dev.wuwei.crm.lookback.CampaignEvent.ReviewersChanged;
import dev.wuwei.crm.lookback.CampaignEvent.ScopeFrozen;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewOpened;
import dev.wuwei.crm.lookback.ReviewProgress;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns and reviews as of any day and as known at any instant; of the parks that the viewer may see. */
@Component
public class LookBackQuery {
    private final JdbcClient jdbc;

    public LookBackQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Where extends Conditions<Where> {
        Where(AsOf asOf) {
            given("f.occurred_on <= :day", "day", asOf.asOf());
            given(
                    "f.recorded_at <= :knownAt",
                    "knownAt",
                    asOf.knownAt() == null ? null : asOf.knownAt().atOffset(ZoneOffset.UTC));
        }
    }

    /** @return the latest first */
    public List<CampaignView> campaigns(AsOf asOf, Viewer viewer) {
        return told(new Where(asOf), viewer);
    }

    public Optional<CampaignView> find(CampaignId campaign, AsOf asOf, Viewer viewer) {
        return told(new Where(asOf).and("f.campaign_id = :campaign", "campaign", campaign.value()), viewer).stream()
                .findFirst();
    }

    /** @return the reviews of one project, the latest first */
    public List<ReviewView> reviews(ProjectId project, AsOf asOf, Viewer viewer) {
        List<ReviewView> reviews = new ArrayList<>();
        for (ReviewView review :
                reviews(events(new Where(asOf).and("f.project_id = :project", "project", project.value())))) {
            if (sees(viewer, review.project().park())) {
                reviews.add(review);
            }
        }
        reviews.sort(Comparator.comparing(ReviewView::cutOff).reversed());
        return reviews;
    }

    /** @return for each project that was reviewed in an earlier campaign, the last such review */
    public Map<ProjectId, ReviewView> before(CampaignView campaign, AsOf asOf, Viewer viewer) {
        Map<ProjectId, ReviewView> last = new LinkedHashMap<>();
        campaigns(asOf, viewer).stream()
                .filter(earlier -> earlier.cutOff().isBefore(campaign.cutOff()))
                .flatMap(earlier -> earlier.reviews().stream())
                .forEach(review -> last.putIfAbsent(review.project().projectId(), review));
        return last;
    }

    private List<DomainEvent> events(Where where) {
        return jdbc.sql("select f.name, f.payload from lookback_fact f where " + where.sql()
                        + " order by f.review_id nulls first, f.sequence")
                .params(where.params())
                .query(LookBackFact::read)
                .list();
    }

    private List<CampaignView> told(Where where, Viewer viewer) {
        List<DomainEvent> events = events(where);
        Map<CampaignId, List<ReviewView>> reviews = new LinkedHashMap<>();
        for (ReviewView review : reviews(events)) {
            if (sees(viewer, review.project().park())) {
                reviews.computeIfAbsent(review.campaignId(), id -> new ArrayList<>())
                        .add(review);
            }
        }
        Map<CampaignId, Campaign> campaigns = new LinkedHashMap<>();
        events.forEach(event -> campaign(event, campaigns));
        return campaigns.values().stream()
                .filter(campaign -> campaign.rule.parks().isEmpty()
                        || campaign.rule.parks().stream().anyMatch(park -> sees(viewer, park)))
                .map(campaign -> campaign.view(reviews.getOrDefault(campaign.id, List.of()), viewer))
                .sorted(Comparator.comparing(CampaignView::cutOff)
                        .thenComparing(campaign -> campaign.reachedOn().get(CampaignState.PLANNED))
                        .reversed())
                .toList();
    }

    private static boolean sees(Viewer viewer, Coded park) {
        return viewer.seesAllParks() || park != null && viewer.parks().contains(park.code());
    }

    private static final class Campaign {
        private final CampaignId id;
        private final Map<CampaignState, LocalDate> reachedOn = new EnumMap<>(CampaignState.class);
        private String name;
        private ScopeRule rule;
        private LocalDate cutOff;
        private LocalDate finishBy;
        private LocalDate finishPlanned;
        private List<StaffId> reviewers;
        private List<StaffId> reviewersPlanned;
        private CampaignState state = CampaignState.PLANNED;
        private List<ScopeEntry> projects = List.of();
        private String conclusion;

        Campaign(CampaignId id) {
            this.id = id;
        }

        void planned(String called, ScopeRule meant, LocalDate day, LocalDate by, List<StaffId> who) {
            name = called;
            rule = meant;
            cutOff = day;
            finishBy = by;
            finishPlanned = by;
            reviewers = who;
            reviewersPlanned = who;
        }

        void reaching(CampaignState reached, LocalDate on) {
            state = reached;
            reachedOn.put(reached, on);
        }

        CampaignView view(List<ReviewView> reviews, Viewer viewer) {
            return new CampaignView(
                    id,
                    name,
                    rule,
                    cutOff,
                    finishBy,
                    finishPlanned,
                    reviewers,
                    reviewersPlanned,
                    state,
                    Map.copyOf(reachedOn),
                    projects.stream()
                            .filter(project -> sees(viewer, project.park()))
                            .toList(),
                    reviews.stream()
                            .sorted(Comparator.comparing(
                                    review -> review.project().projectNo()))
                            .toList(),
                    conclusion);
        }
    }

    private static void campaign(DomainEvent event, Map<CampaignId, Campaign> campaigns) {
        switch (event) {
            case CampaignPlanned e -> {
                Campaign campaign = campaigns.computeIfAbsent(e.campaignId(), Campaign::new);
                campaign.planned(e.name(), e.rule(), e.cutOff(), e.finishBy(), e.reviewers());
                campaign.reaching(CampaignState.PLANNED, e.occurredOn());
            }
            case PlanRevised e ->
                campaigns.get(e.campaignId()).planned(e.name(), e.rule(), e.cutOff(), e.finishBy(), e.reviewers());
            case ScopeFrozen e -> {
                Campaign campaign = campaigns.get(e.campaignId());
                campaign.projects = e.projects();
                campaign.reaching(CampaignState.SCOPED, e.occurredOn());
            }
            case CampaignRescheduled e -> campaigns.get(e.campaignId()).finishBy = e.finishBy();
            case ReviewersChanged e -> campaigns.get(e.campaignId()).reviewers = e.reviewers();
            case DataPulled e -> campaigns.get(e.campaignId()).reaching(CampaignState.DATA_PULLED, e.occurredOn());
            case CampaignClosed e -> {
                Campaign campaign = campaigns.get(e.campaignId());
                campaign.conclusion = e.conclusion();
                campaign.reaching(CampaignState.CLOSED, e.occurredOn());
            }
            default -> {}
        }
    }

    private static List<ReviewView> reviews(List<DomainEvent> events) {
        Map<LookBackReviewId, ReviewView> reviews = new LinkedHashMap<>();
        for (DomainEvent event : events) {
            switch (event) {
                case ReviewOpened e ->
                    reviews.put(
                            e.reviewId(),
                            new ReviewView(
                                    e.reviewId(),
                                    e.campaignId(),
                                    e.campaign(),
                                    e.project(),
                                    e.cutOff(),
                                    e.knownAt(),
                                    e.position(),
                                    e.sheet(),
                                    ReviewProgress.opened(e.occurredOn())));
                case ReviewEvent e ->
                    reviews.computeIfPresent(
                            e.reviewId(),
                            (id, review) -> review.with(review.progress().after(e)));
                default -> {}
            }
        }
        return List.copyOf(reviews.values());
    }
}
