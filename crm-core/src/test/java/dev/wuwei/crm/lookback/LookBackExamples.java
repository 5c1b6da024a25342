package dev.wuwei.crm.lookback;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignPlanned;
import dev.wuwei.crm.lookback.ReviewEvent.RectificationDemanded;
import dev.wuwei.crm.lookback.ReviewEvent.ResultNotified;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewOpened;
import dev.wuwei.crm.lookback.ReviewEvent.ReviewRated;
import dev.wuwei.crm.lookback.ReviewEvent.SiteVisited;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A campaign of May 2026 over one project of 7.2亿元. */
final class LookBackExamples {
    static final CampaignId CAMPAIGN = CampaignId.of("01970000-0000-7000-8000-000000000901");
    static final ProjectId PROJECT = ProjectId.of("01970000-0000-7000-8000-000000000902");
    static final LookBackReviewId REVIEW = LookBackReviewId.of(CAMPAIGN, PROJECT);
    static final RectificationId ITEM = RectificationId.of("01970000-0000-7000-8000-000000000903");
    static final LocalDate PLANNED_ON = LocalDate.of(2026, 5, 6);
    static final LocalDate CUT_OFF = LocalDate.of(2026, 4, 30);
    static final LocalDate FINISH_BY = CUT_OFF.plusMonths(3);
    static final LocalDate ON = LocalDate.of(2026, 5, 20);
    static final Instant KNOWN_AT = Instant.parse("2026-05-12T02:00:00Z");
    static final List<Attachment> NONE = List.of();
    static final ScopeRule RULE =
            new ScopeRule(LocalDate.of(2023, 5, 1), LocalDate.of(2026, 4, 30), List.of(PARK), List.of(), Money.yi("1"));
    static final ScopeEntry ENTRY = new ScopeEntry(
            PROJECT, "ZS-2024-0007", "针织服装加工", PARK, INDUSTRY, Money.yi("7.2"), LocalDate.of(2024, 3, 26));
    static final Sheet SHEET = new Sheet(PhaseState.STARTED, 12, 2, List.of(), List.of());

    private LookBackExamples() {}

    static CampaignPlanned planned() {
        return new CampaignPlanned(CAMPAIGN, "2026 年度回头看", RULE, CUT_OFF, FINISH_BY, List.of(SENDER), PLANNED_ON);
    }

    static ReviewOpened opened() {
        return new ReviewOpened(
                REVIEW, CAMPAIGN, "2026 年度回头看", PROJECT, ENTRY, CUT_OFF, KNOWN_AT, 18_204, SHEET, PLANNED_ON);
    }

    static SiteVisited visited() {
        return new SiteVisited(REVIEW, CAMPAIGN, PROJECT, "主厂房封顶，设备未进场", NONE, ON);
    }

    static ReviewRated rated(Grade grade) {
        return new ReviewRated(REVIEW, CAMPAIGN, PROJECT, grade, Cause.ENTERPRISE, "二期竣工违约", List.of(), ON);
    }

    static ResultNotified notified() {
        return new ResultNotified(REVIEW, CAMPAIGN, PROJECT, "督〔2026〕8 号", NONE, ON);
    }

    static RectificationDemanded demanded() {
        return new RectificationDemanded(
                REVIEW, CAMPAIGN, PROJECT, ITEM, CommitmentSide.COMPANY, "补招 34 人", "企业", ON.plusDays(20), ON);
    }

    static Source source(ScopeEntry... scope) {
        return new Source(List.of(scope));
    }

    static AggregateScenario<LookBackReview> review(Object... events) {
        return AggregateScenario.of(LookBackReview.class)
                .with(new LookBackSources(source()))
                .given(events);
    }

    /** Answers what it was told to. */
    static final class Source implements LookBackSource {
        private final List<ScopeEntry> scope;
        int unfinished;

        Source(List<ScopeEntry> scope) {
            this.scope = scope;
        }

        @Override
        public List<ScopeEntry> scope(ScopeRule rule, LocalDate cutOff, EventMeta meta) {
            return scope;
        }

        @Override
        public void awaitKnown(long position) {}

        @Override
        public Sheet sheet(ScopeEntry project, LocalDate cutOff, Instant knownAt) {
            return SHEET;
        }

        @Override
        public int unfinished(CampaignId campaign) {
            return unfinished;
        }
    }
}
