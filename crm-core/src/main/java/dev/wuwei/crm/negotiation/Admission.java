package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.DecideAdmission;
import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.negotiation.NegotiationCommand.GiveOpinion;
import dev.wuwei.crm.negotiation.NegotiationCommand.OverruleVeto;
import dev.wuwei.crm.negotiation.NegotiationCommand.RecordFairCompetitionReview;
import dev.wuwei.crm.negotiation.NegotiationCommand.RequestAdmissionReview;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested.RequestedOpinion;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.FairCompetitionReviewed;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.negotiation.NegotiationState.Approval;
import dev.wuwei.crm.negotiation.NegotiationState.Opinion;
import dev.wuwei.crm.negotiation.NegotiationState.Review;
import dev.wuwei.crm.negotiation.NegotiationState.TermsVersion;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** 准入评审: opinions in parallel, vetoes and their overruling, gates, the decision and its expiry; and 公平竞争审查 beside it. */
final class Admission {
    private Admission() {}

    static List<Decided> request(
            NegotiationState state,
            RequestAdmissionReview command,
            Dictionaries dictionaries,
            WorkingCalendar calendar,
            Thresholds thresholds,
            EventMeta meta) {
        Guards.active(state);
        if (state.review() != null) {
            throw new RuleViolated(NegotiationRule.REVIEW_ALREADY_OPEN);
        }
        TermsVersion terms = state.terms();
        if (terms == null) {
            throw new RuleViolated(NegotiationRule.TERMS_MISSING);
        }
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.reviewId(), "reviewId"));
        violations.check(() -> Guards.since(later(state.lastStepOn(), terms.revisedOn()), command.occurredOn(), meta));
        violations.throwIfAny();
        if (state.wasReviewed(command.reviewId())) {
            throw new RuleViolated(NegotiationRule.REVIEW_CLOSED);
        }
        LocalDate defaultDue = calendar.plusWorkingDays(command.occurredOn(), thresholds.opinionWithinWorkingDays());
        List<RequestedOpinion> asked = asked(command, dictionaries, defaultDue);

        List<Decided> decided = new ArrayList<>();
        NegotiationStage from = state.stage();
        if (from == NegotiationStage.READY_TO_SIGN) {
            if (state.isApproved(command.occurredOn())) {
                throw new RuleViolated(
                        NegotiationRule.STILL_APPROVED, state.approval().expiresOn());
            }
            decided.addAll(lapse(state, command.occurredOn()));
            from = NegotiationStage.TERMS;
        }
        decided.add(Decided.of(new AdmissionReviewRequested(
                state.id(), state.projectId(), command.reviewId(), terms.number(), asked, command.occurredOn())));
        decided.add(Decided.of(new StageAdvanced(
                state.id(), state.projectId(), from, NegotiationStage.IN_REVIEW, command.occurredOn())));
        return decided;
    }

    private static List<RequestedOpinion> asked(
            RequestAdmissionReview command, Dictionaries dictionaries, LocalDate defaultDue) {
        Set<ReviewTopic> seen = EnumSet.noneOf(ReviewTopic.class);
        List<RequestedOpinion> asked = MeetingChecks.each(command.opinions(), "opinions", (opinion, at) -> {
            Violations violations = new Violations();
            violations.check(() -> Checks.present(opinion.topic(), at + ".topic"));
            Coded body = violations.value(
                    () -> dictionaries.require(DictionaryKind.REVIEW_BODY, opinion.bodyCode(), at + ".bodyCode"));
            LocalDate due = violations.value(() -> opinion.dueOn() == null
                    ? defaultDue
                    : Checks.notBefore(
                            Checks.plausible(opinion.dueOn(), at + ".dueOn"), command.occurredOn(), at + ".dueOn"));
            violations.throwIfAny();
            if (!seen.add(opinion.topic())) {
                throw RuleViolated.at(at + ".topic", NegotiationRule.OPINION_TOPIC_TWICE);
            }
            return new RequestedOpinion(opinion.topic(), body, due);
        });
        if (asked.isEmpty()) {
            throw new RuleViolated(NegotiationRule.NO_OPINION_ASKED);
        }
        return asked;
    }

    /** An opinion may come after its deadline: late is better than missing, and a missing one is no approval. */
    static List<Decided> opine(NegotiationState state, GiveOpinion command, EventMeta meta) {
        Guards.active(state);
        Review review = open(state, command.reviewId());
        Opinion opinion = asked(review, command.topic());
        Said said = said(
                command.verdict(),
                command.text(),
                command.conditions(),
                () -> Guards.since(review.requestedOn(), command.occurredOn(), meta));
        if (opinion.verdict() != null) {
            throw new RuleViolated(NegotiationRule.OPINION_ALREADY_GIVEN);
        }
        return List.of(Decided.of(new OpinionGiven(
                state.id(),
                state.projectId(),
                review.id(),
                command.topic(),
                command.verdict(),
                said.text(),
                said.conditions(),
                command.occurredOn())));
    }

    static List<Decided> correct(NegotiationState state, CorrectOpinion command) {
        Guards.active(state);
        Review review = open(state, command.reviewId());
        Opinion opinion = asked(review, command.topic());
        Said said =
                said(command.verdict(), command.text(), command.conditions(), () -> Checks.reason(command.reason()));
        if (opinion.verdict() == null) {
            throw new RuleViolated(NegotiationRule.OPINION_NOT_GIVEN);
        }
        if (opinion.verdict() == command.verdict() && said.equals(new Said(opinion.text(), opinion.conditions()))) {
            throw new RuleViolated(NegotiationRule.NOTHING_CHANGED);
        }
        return List.of(Decided.correcting(
                new OpinionCorrected(
                        state.id(),
                        state.projectId(),
                        review.id(),
                        command.topic(),
                        command.verdict(),
                        said.text(),
                        said.conditions(),
                        opinion.givenOn()),
                opinion.eventId()));
    }

    static List<Decided> overrule(
            NegotiationState state, OverruleVeto command, Dictionaries dictionaries, EventMeta meta) {
        Guards.active(state);
        Review review = open(state, command.reviewId());
        Opinion opinion = asked(review, command.topic());
        if (!opinion.blocks()) {
            throw new RuleViolated(NegotiationRule.NO_VETO);
        }
        Violations violations = new Violations();
        Coded body = violations.value(
                () -> dictionaries.require(DictionaryKind.REVIEW_BODY, command.bodyCode(), "bodyCode"));
        String minutes = violations.value(() -> Checks.required(command.minutes(), Checks.LINE, "minutes"));
        violations.check(() -> Guards.since(opinion.givenOn(), command.occurredOn(), meta));
        violations.throwIfAny();
        return List.of(Decided.of(new VetoOverruled(
                state.id(), state.projectId(), review.id(), command.topic(), body, minutes, command.occurredOn())));
    }

    static List<Decided> reviewFairCompetition(
            NegotiationState state, RecordFairCompetitionReview command, Dictionaries dictionaries, EventMeta meta) {
        Guards.active(state);
        TermsVersion terms = state.terms();
        if (terms == null) {
            throw new RuleViolated(NegotiationRule.TERMS_MISSING);
        }
        if (state.preferentialClauses().isEmpty()) {
            throw new RuleViolated(NegotiationRule.NO_PREFERENTIAL_CLAUSE);
        }
        Violations violations = new Violations();
        Coded body = violations.value(
                () -> dictionaries.require(DictionaryKind.REVIEW_BODY, command.bodyCode(), "bodyCode"));
        String document = violations.value(() -> Checks.required(command.document(), Checks.LINE, "document"));
        violations.check(() -> Guards.since(terms.revisedOn(), command.occurredOn(), meta));
        violations.throwIfAny();
        return List.of(Decided.of(new FairCompetitionReviewed(
                state.id(),
                state.projectId(),
                terms.number(),
                body,
                command.passed(),
                document,
                command.occurredOn())));
    }

    static List<Decided> decide(
            NegotiationState state,
            DecideAdmission command,
            AdmissionGates admissionGates,
            Thresholds thresholds,
            EventMeta meta) {
        Guards.active(state);
        Review review = open(state, command.reviewId());
        Violations fields = new Violations();
        fields.check(() -> Checks.present(command.outcome(), "outcome"));
        List<String> own = fields.value(() -> conditions(command.conditions()));
        String minutes = fields.value(() -> Checks.optional(command.minutes(), Checks.LINE, "minutes"));
        fields.check(() -> Guards.since(later(state.lastStepOn(), review.latestOn()), command.occurredOn(), meta));
        fields.throwIfAny();

        AdmissionOutcome outcome = command.outcome();
        List<GateResult> gates = List.copyOf(admissionGates.measure(
                state.park(), state.opened().industry(), state.terms().terms()));
        Set<String> conditions = new LinkedHashSet<>();
        if (outcome == AdmissionOutcome.APPROVED_WITH_CONDITIONS) {
            review.opinions().values().forEach(opinion -> conditions.addAll(opinion.conditions()));
            conditions.addAll(own);
        }

        Violations rules = new Violations();
        if (outcome.isApproval()) {
            mayApprove(state, review, admissionGates, rules);
        }
        if (outcome == AdmissionOutcome.APPROVED) {
            mayApproveWithoutConditions(review, gates, rules);
        }
        if (outcome == AdmissionOutcome.APPROVED_WITH_CONDITIONS) {
            rules.when(conditions.isEmpty(), NegotiationRule.CONDITIONS_MISSING);
        } else {
            rules.when(!own.isEmpty(), NegotiationRule.CONDITIONS_UNEXPECTED);
        }
        if (mustBeExplained(outcome, review, gates)) {
            rules.check(() -> Checks.required(minutes, Checks.LINE, "minutes"));
        }
        rules.throwIfAny();

        AdmissionDecided result = new AdmissionDecided(
                state.id(),
                state.projectId(),
                review.id(),
                outcome,
                review.termsVersion(),
                gates,
                admissionGates.version(),
                List.copyOf(conditions),
                minutes,
                outcome.isApproval() ? command.occurredOn().plusDays(thresholds.approvalValidDays()) : null,
                command.occurredOn());
        Decided step = outcome.isApproval()
                ? Decided.of(Steps.advanced(state, NegotiationStage.READY_TO_SIGN, command.occurredOn()))
                : Decided.because(Steps.returned(state, NegotiationStage.TERMS, command.occurredOn()), minutes);
        return List.of(Decided.of(result), step);
    }

    private static void mayApprove(NegotiationState state, Review review, AdmissionGates gates, Violations rules) {
        String forbidden = gates.negativeListEntry(
                state.opened().industry(), state.opened().gbt4754());
        rules.when(forbidden != null, NegotiationRule.ON_NEGATIVE_LIST, forbidden);
        List<ReviewTopic> missing = topics(review, opinion -> opinion.verdict() == null);
        rules.when(!missing.isEmpty(), NegotiationRule.OPINIONS_MISSING, missing);
        List<ReviewTopic> vetoed = topics(review, Opinion::blocks);
        rules.when(!vetoed.isEmpty(), NegotiationRule.VETO_STANDS, vetoed);
    }

    private static void mayApproveWithoutConditions(Review review, List<GateResult> gates, Violations rules) {
        List<ReviewTopic> conditional =
                topics(review, opinion -> !opinion.conditions().isEmpty());
        rules.when(!conditional.isEmpty(), NegotiationRule.CONDITIONS_OF_OPINIONS, conditional);
        List<GateMetric> missed = gates.stream()
                .filter(gate -> !gate.passed())
                .map(GateResult::metric)
                .toList();
        rules.when(!missed.isEmpty(), NegotiationRule.GATE_NOT_PASSED, missed);
    }

    /** A refusal is explained, and so is an approval against an objection or below a gate (一事一议). */
    private static boolean mustBeExplained(AdmissionOutcome outcome, Review review, List<GateResult> gates) {
        return !outcome.isApproval()
                || gates.stream().anyMatch(gate -> !gate.passed())
                || review.opinions().values().stream().anyMatch(opinion -> opinion.verdict() == OpinionVerdict.OBJECT);
    }

    static List<Decided> expire(NegotiationState state, ExpireApproval command, EventMeta meta) {
        if (state.status() == NegotiationStatus.SIGNED) {
            throw new RuleViolated(NegotiationRule.ALREADY_SIGNED);
        }
        Approval approval = state.approval();
        Checks.present(command.reviewId(), "reviewId");
        if (approval == null || approval.expired() || !approval.reviewId().equals(command.reviewId())) {
            throw new RuleViolated(NegotiationRule.UNKNOWN_REVIEW);
        }
        Guards.happened(state, command.occurredOn(), meta);
        if (!command.occurredOn().isAfter(approval.expiresOn())) {
            throw new RuleViolated(NegotiationRule.APPROVAL_NOT_EXPIRED);
        }
        return lapse(state, command.occurredOn());
    }

    /** What is no longer approved is no longer ready to sign. */
    private static List<Decided> lapse(NegotiationState state, LocalDate on) {
        List<Decided> decided = new ArrayList<>();
        if (!state.approval().expired()) {
            decided.add(Decided.of(new ApprovalExpired(
                    state.id(), state.projectId(), state.approval().reviewId(), on)));
        }
        if (state.stage() == NegotiationStage.READY_TO_SIGN && state.status() != NegotiationStatus.TERMINATED) {
            decided.add(Decided.of(Steps.returned(state, NegotiationStage.TERMS, on)));
        }
        return decided;
    }

    private record Said(String text, List<String> conditions) {}

    private static Said said(OpinionVerdict verdict, String text, List<String> conditions, Runnable besides) {
        Violations violations = new Violations();
        violations.check(() -> Checks.present(verdict, "verdict"));
        boolean against = verdict == OpinionVerdict.OBJECT || verdict == OpinionVerdict.VETO;
        String said = violations.value(() ->
                against ? Checks.required(text, Checks.TEXT, "text") : Checks.optional(text, Checks.TEXT, "text"));
        List<String> set = violations.value(() -> conditions(conditions));
        violations.check(besides);
        violations.throwIfAny();
        boolean conditional = verdict == OpinionVerdict.AGREE_WITH_CONDITIONS;
        if (conditional && set.isEmpty()) {
            throw new RuleViolated(NegotiationRule.CONDITIONS_MISSING);
        }
        if (!conditional && !set.isEmpty()) {
            throw new RuleViolated(NegotiationRule.CONDITIONS_UNEXPECTED);
        }
        return new Said(said, set);
    }

    private static List<String> conditions(List<String> conditions) {
        return MeetingChecks.each(conditions, "conditions", (text, at) -> Checks.required(text, Checks.LINE, at))
                .stream()
                .distinct()
                .toList();
    }

    private static Review open(NegotiationState state, ReviewId id) {
        Checks.present(id, "reviewId");
        if (state.review() != null && state.review().id().equals(id)) {
            return state.review();
        }
        throw new RuleViolated(state.wasReviewed(id) ? NegotiationRule.REVIEW_CLOSED : NegotiationRule.UNKNOWN_REVIEW);
    }

    private static Opinion asked(Review review, ReviewTopic topic) {
        Checks.present(topic, "topic");
        Opinion opinion = review.opinions().get(topic);
        if (opinion == null) {
            throw new RuleViolated(NegotiationRule.TOPIC_NOT_IN_REVIEW);
        }
        return opinion;
    }

    private static List<ReviewTopic> topics(Review review, Predicate<Opinion> which) {
        return review.opinions().entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
