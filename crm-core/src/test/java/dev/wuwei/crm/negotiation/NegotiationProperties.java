package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.OFFICER;
import static dev.wuwei.crm.negotiation.Given.OPENED_ON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdvanceStage;
import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReturnToStage;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.negotiation.NegotiationEvent.FairCompetitionReviewed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.negotiation.NegotiationEvent.PreliminaryAgreementSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundLogged;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.negotiation.Terms.Incentive;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of a negotiation whatever is sent to it, told from its events alone. */
class NegotiationProperties {
    @Property(tries = 1500)
    void nothing_binding_is_signed_without_a_valid_approval_of_the_terms_on_the_table(
            @ForAll("choices") List<Integer> choices) {
        AdmissionDecided decision = null;
        TermsRevised terms = null;
        for (NegotiationEvent event : new RandomTalks(choices).history) {
            switch (event) {
                case AdmissionDecided e -> decision = e;
                case TermsRevised e -> terms = e;
                case NegotiationSigned e -> approved(decision, terms, e.occurredOn());
                case PreliminaryAgreementSigned e
                when e.kind() != AgreementKind.LETTER_OF_INTENT -> approved(decision, terms, e.occurredOn());
                default -> {}
            }
        }
    }

    private static void approved(AdmissionDecided decision, TermsRevised terms, LocalDate signedOn) {
        assertThat(decision).isNotNull();
        assertThat(decision.outcome().isApproval()).isTrue();
        assertThat(decision.termsVersion()).isEqualTo(terms.version());
        assertThat(signedOn).isBetween(decision.occurredOn(), decision.expiresOn());
    }

    @Property(tries = 1500)
    void no_preferential_clause_is_signed_without_a_fair_competition_review_that_it_passed(
            @ForAll("choices") List<Integer> choices) {
        FairCompetitionReviewed review = null;
        List<String> reviewed = List.of();
        List<String> onTheTable = List.of();
        for (NegotiationEvent event : new RandomTalks(choices).history) {
            switch (event) {
                case TermsRevised e ->
                    onTheTable = e.terms().incentives().stream()
                            .filter(Incentive::preferential)
                            .map(Incentive::clause)
                            .toList();
                case FairCompetitionReviewed e -> {
                    review = e;
                    reviewed = onTheTable;
                }
                case NegotiationSigned e -> {
                    if (!onTheTable.isEmpty()) {
                        assertThat(review).isNotNull();
                        assertThat(review.passed()).isTrue();
                        assertThat(review.occurredOn()).isBeforeOrEqualTo(e.occurredOn());
                        assertThat(reviewed).isEqualTo(onTheTable);
                    }
                }
                default -> {}
            }
        }
    }

    @Property(tries = 1500)
    void an_approval_has_every_opinion_no_standing_veto_and_every_condition(@ForAll("choices") List<Integer> choices) {
        Map<ReviewTopic, OpinionVerdict> verdicts = new EnumMap<>(ReviewTopic.class);
        Map<ReviewTopic, List<String>> conditions = new EnumMap<>(ReviewTopic.class);
        Set<ReviewTopic> asked = EnumSet.noneOf(ReviewTopic.class);
        Set<ReviewTopic> overruled = EnumSet.noneOf(ReviewTopic.class);
        for (NegotiationEvent event : new RandomTalks(choices).history) {
            switch (event) {
                case AdmissionReviewRequested e -> {
                    List.of(verdicts, conditions).forEach(Map::clear);
                    List.of(asked, overruled).forEach(Set::clear);
                    e.opinions().forEach(opinion -> asked.add(opinion.topic()));
                }
                case OpinionGiven e -> {
                    verdicts.put(e.topic(), e.verdict());
                    conditions.put(e.topic(), e.conditions());
                }
                case OpinionCorrected e -> {
                    verdicts.put(e.topic(), e.verdict());
                    conditions.put(e.topic(), e.conditions());
                    overruled.remove(e.topic());
                }
                case VetoOverruled e -> overruled.add(e.topic());
                case AdmissionDecided e
                when e.outcome().isApproval() -> {
                    assertThat(verdicts.keySet()).isEqualTo(asked);
                    assertThat(verdicts.entrySet())
                            .allMatch(entry ->
                                    entry.getValue() != OpinionVerdict.VETO || overruled.contains(entry.getKey()));
                    conditions
                            .values()
                            .forEach(set -> assertThat(e.conditions()).containsAll(set));
                    assertThat(e.outcome() == AdmissionOutcome.APPROVED)
                            .isEqualTo(e.conditions().isEmpty());
                    if (e.outcome() == AdmissionOutcome.APPROVED) {
                        assertThat(e.gates()).allMatch(GateResult::passed);
                    }
                }
                default -> {}
            }
        }
    }

    @Property(tries = 1500)
    void stages_follow_one_another_and_say_the_truth(@ForAll("choices") List<Integer> choices) {
        RandomTalks talks = new RandomTalks(choices);
        NegotiationStage stage = NegotiationStage.FIRST_CONTACT;
        LocalDate last = OPENED_ON;
        for (NegotiationEvent event : talks.history) {
            switch (event) {
                case StageAdvanced e -> {
                    assertThat(e.from()).isEqualTo(stage);
                    assertThat(e.to()).isGreaterThan(stage);
                    assertThat(e.occurredOn()).isAfterOrEqualTo(last);
                    stage = e.to();
                    last = e.occurredOn();
                }
                case StageReturned e -> {
                    assertThat(e.from()).isEqualTo(stage);
                    assertThat(e.to()).isLessThan(stage);
                    assertThat(e.occurredOn()).isAfterOrEqualTo(last);
                    stage = e.to();
                    last = e.occurredOn();
                }
                case NegotiationReopened e -> stage = e.stage();
                default -> {}
            }
        }
        NegotiationState state = talks.state;
        assertThat(state.stage()).isEqualTo(stage);
        assertThat(state.status() == NegotiationStatus.SIGNED).isEqualTo(stage == NegotiationStage.SIGNED);
        if (state.status() != NegotiationStatus.TERMINATED) {
            assertThat(state.review() != null).isEqualTo(stage == NegotiationStage.IN_REVIEW);
        }
        if (stage == NegotiationStage.READY_TO_SIGN) {
            assertThat(state.approval().termsVersion()).isEqualTo(state.termsVersion());
        }
    }

    @Property(tries = 1500)
    void open_points_carry_over_until_a_round_closes_them(@ForAll("choices") List<Integer> choices) {
        Map<RoundId, RoundDetails> known = new LinkedHashMap<>();
        for (NegotiationEvent event : new RandomTalks(choices).history) {
            switch (event) {
                case RoundLogged e -> {
                    assertThat(e.number()).isEqualTo(known.size() + 1);
                    assertThat(e.carriedOver()).containsExactlyInAnyOrderElementsOf(stillOpen(known, e.occurredOn()));
                    known.put(e.roundId(), e.round());
                }
                case RoundCorrected e -> known.put(e.roundId(), e.round());
                default -> {}
            }
        }
    }

    /** By brute force: for every topic, what the latest round up to that day said. */
    private static List<TopicPosition> stillOpen(Map<RoundId, RoundDetails> rounds, LocalDate on) {
        Map<String, TopicPosition> latest = new HashMap<>();
        Map<String, LocalDate> saidOn = new HashMap<>();
        rounds.values().stream()
                .filter(round -> !round.occurredOn().isAfter(on))
                .forEach(round -> round.positions().forEach(position -> {
                    LocalDate before = saidOn.get(position.topic());
                    if (before == null || !round.occurredOn().isBefore(before)) {
                        saidOn.put(position.topic(), round.occurredOn());
                        latest.put(position.topic(), position);
                    }
                }));
        return latest.values().stream().filter(TopicPosition::open).toList();
    }

    @Property(tries = 1500)
    void what_the_screens_do_not_offer_is_refused(@ForAll("choices") List<Integer> choices) {
        for (RandomTalks.Accepted one : new RandomTalks(choices).accepted) {
            String capability = one.command() instanceof NegotiationCommand ? "negotiation." : "signing.";
            String name = capability + one.command().getClass().getSimpleName();
            if (!(one.command() instanceof ExpireApproval) && !(one.command() instanceof UpgradeAgreement)) {
                assertThat(NegotiationActions.of(one.before())).contains(name);
            }
            switch (one.command()) {
                case AdvanceStage c ->
                    assertThat(NegotiationActions.stagesAhead(one.before())).contains(c.to());
                case ReturnToStage c ->
                    assertThat(NegotiationActions.stagesBehind(one.before())).contains(c.to());
                default -> {}
            }
        }
    }

    @Property(tries = 1500)
    void one_project_has_one_leader_and_one_lead_officer(@ForAll("choices") List<Integer> choices) {
        Map<ProjectRole, StaffId> posts = new EnumMap<>(ProjectRole.class);
        posts.put(ProjectRole.LEAD_OFFICER, OFFICER);
        Set<StaffId> members = new HashSet<>();
        for (NegotiationEvent event : new RandomTalks(choices).history) {
            switch (event) {
                case Appointed e
                when e.role() == ProjectRole.MEMBER ->
                    assertThat(members.add(e.staffId())).isTrue();
                case Appointed e -> assertThat(posts.put(e.role(), e.staffId())).isEqualTo(e.previous());
                case Dismissed e -> assertThat(members.remove(e.staffId())).isTrue();
                default -> {}
            }
        }
    }

    /** The random walk is worth something only when it gets far. */
    @Test
    void random_talks_reach_every_event() {
        Set<Class<?>> reached = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            Random random = new Random(i);
            new RandomTalks(Stream.generate(random::nextInt).limit(120).toList())
                    .history.forEach(event -> reached.add(event.getClass()));
        }
        assertThat(reached)
                .contains(
                        NegotiationSigned.class,
                        PreliminaryAgreementSigned.class,
                        ApprovalExpired.class,
                        VetoOverruled.class,
                        OpinionCorrected.class,
                        AdmissionReviewWithdrawn.class,
                        RoundCorrected.class,
                        NegotiationReopened.class,
                        FairCompetitionReviewed.class,
                        Dismissed.class);
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().list().ofMinSize(60).ofMaxSize(160);
    }
}
