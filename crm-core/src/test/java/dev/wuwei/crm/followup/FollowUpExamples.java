package dev.wuwei.crm.followup;

import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.followup.FollowUpEvent.FollowUpOpened;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneVerified;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A project signed in January 2025 with two phases, and how far its first phase may have come. */
final class FollowUpExamples {
    static final FollowUpId FOLLOW_UP = FollowUpId.of("01970000-0000-7000-8000-000000000011");
    static final ProjectId PROJECT = ProjectId.of("01970000-0000-7000-8000-000000000012");
    static final SigningId SIGNING = SigningId.of("01970000-0000-7000-8000-000000000013");
    /** Somebody enters something today. */
    static final EventMeta META =
            AggregateScenario.meta(AggregateScenario.SENDER, Role.LEADER, AggregateScenario.TODAY);

    static final LocalDate SIGNED_ON = LocalDate.of(2025, 1, 15);
    static final LocalDate START = LocalDate.of(2025, 3, 1);
    static final LocalDate COMPLETION = LocalDate.of(2025, 8, 1);
    static final LocalDate PRODUCTION = LocalDate.of(2025, 10, 1);
    static final LocalDate SCALE = LocalDate.of(2026, 2, 1);
    static final LocalDate CAPACITY = LocalDate.of(2026, 5, 1);
    static final String FIRST = "一期";
    static final String SECOND = "二期";
    static final List<Attachment> NONE = List.of();
    static final AgreedPhase AGREED_FIRST = new AgreedPhase(
            FIRST,
            Money.yi("2"),
            null,
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 9, 30),
            LocalDate.of(2025, 12, 31),
            null,
            null);
    static final AgreedPhase AGREED_SECOND =
            new AgreedPhase(SECOND, Money.yi("1"), null, LocalDate.of(2026, 3, 31), null, null, null, null);

    private FollowUpExamples() {}

    static FollowUpOpened opened() {
        return new FollowUpOpened(
                FOLLOW_UP, PROJECT, "ZS-2025-0007", SIGNING, 1, PARK, List.of(AGREED_FIRST, AGREED_SECOND), SIGNED_ON);
    }

    static MilestoneReported reported(Milestone milestone, LocalDate on) {
        return new MilestoneReported(FOLLOW_UP, PROJECT, FIRST, milestone, null, NONE, on);
    }

    static MilestoneVerified verified(Milestone milestone, LocalDate on) {
        return new MilestoneVerified(FOLLOW_UP, PROJECT, FIRST, milestone, null, NONE, on);
    }

    static MilestoneRecognised recognised(Milestone milestone, LocalDate on) {
        return new MilestoneRecognised(
                FOLLOW_UP,
                PROJECT,
                FIRST,
                milestone,
                milestone == Milestone.SCALE_UP ? Money.wan("2600") : null,
                PhaseProgress.of(AGREED_FIRST).agreedFor(milestone),
                false,
                null,
                NONE,
                on);
    }

    static LocalDate usual(Milestone milestone) {
        return List.of(START, COMPLETION, PRODUCTION, SCALE, CAPACITY).get(milestone.ordinal());
    }

    /** A history in which the first phase has passed its milestones up to this one. */
    static List<FollowUpEvent> reached(Milestone last, FollowUpEvent... then) {
        List<FollowUpEvent> events = new ArrayList<>();
        events.add(opened());
        for (Milestone milestone : Milestone.values()) {
            if (milestone.compareTo(last) <= 0) {
                LocalDate on = usual(milestone);
                events.addAll(List.of(reported(milestone, on), verified(milestone, on), recognised(milestone, on)));
            }
        }
        events.addAll(List.of(then));
        return events;
    }

    static List<FollowUpEvent> justOpened(FollowUpEvent... then) {
        List<FollowUpEvent> events = new ArrayList<>(List.of(opened()));
        events.addAll(List.of(then));
        return events;
    }

    static AggregateScenario<FollowUp> followUp() {
        return AggregateScenario.of(FollowUp.class);
    }
}
