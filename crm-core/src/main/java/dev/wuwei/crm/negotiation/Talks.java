package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.CorrectRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.LogRound;
import dev.wuwei.crm.negotiation.NegotiationCommand.ReviseTerms;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundLogged;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.NegotiationState.Round;
import dev.wuwei.crm.negotiation.NegotiationState.TermsVersion;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rounds of talks and the terms that come of them. */
final class Talks {
    private Talks() {}

    /**
     * A round may be entered late: before the negotiation was opened, and after it was shelved, ended or signed if it took place
     * before that.
     */
    static List<Decided> log(NegotiationState state, LogRound command, EventMeta meta) {
        RoundDetails round = checked(command.round(), () -> Checks.present(command.roundId(), "roundId"), meta);
        if (state.round(command.roundId()) != null) {
            throw new RuleViolated(NegotiationRule.ROUND_ALREADY_LOGGED);
        }
        if (state.inactiveSince() != null && round.occurredOn().isAfter(state.inactiveSince())) {
            throw new RuleViolated(NegotiationRule.NOT_ACTIVE, state.status());
        }
        int number = state.roundCount() + 1;
        return List.of(Decided.of(new RoundLogged(
                state.id(),
                state.projectId(),
                command.roundId(),
                number,
                round,
                state.openPointsBefore(round.occurredOn(), number),
                round.occurredOn())));
    }

    /** What was noted wrongly is corrected whatever became of the negotiation. */
    static List<Decided> correct(NegotiationState state, CorrectRound command, EventMeta meta) {
        RoundDetails round = checked(
                command.round(),
                () -> {
                    Checks.present(command.roundId(), "roundId");
                    Checks.reason(command.reason());
                },
                meta);
        Round before = state.round(command.roundId());
        if (before == null) {
            throw new RuleViolated(NegotiationRule.UNKNOWN_ROUND);
        }
        if (before.details().equals(round)) {
            throw new RuleViolated(NegotiationRule.NOTHING_CHANGED);
        }
        return List.of(Decided.correcting(
                new RoundCorrected(state.id(), state.projectId(), command.roundId(), round, round.occurredOn()),
                before.eventId()));
    }

    /** A revision takes a negotiation that was ready to sign back to the terms: the approval was of other terms. */
    static List<Decided> revise(NegotiationState state, ReviseTerms command, EventMeta meta) {
        Guards.active(state);
        if (state.review() != null) {
            throw new RuleViolated(NegotiationRule.TERMS_UNDER_REVIEW);
        }
        TermsVersion current = state.terms();
        if (command.baseVersion() != state.termsVersion()) {
            throw current == null
                    ? RuleViolated.at("baseVersion", SharedRule.NOT_FOUND)
                    : new RuleViolated(SharedRule.CHANGED_MEANWHILE, current.by(), current.at());
        }
        boolean approvalFalls = state.stage() == NegotiationStage.READY_TO_SIGN;
        Violations violations = new Violations();
        Terms terms = violations.value(() -> TermsCheck.checked(command.terms()));
        String note = violations.value(() -> approvalFalls
                ? Checks.required(command.note(), Checks.LINE, "note")
                : Checks.optional(command.note(), Checks.LINE, "note"));
        violations.check(() -> Guards.since(earliestRevision(state), command.occurredOn(), meta));
        violations.throwIfAny();
        if (current != null && current.terms().equals(terms)) {
            throw new RuleViolated(NegotiationRule.NOTHING_CHANGED);
        }
        List<Decided> decided = new ArrayList<>();
        decided.add(Decided.of(new TermsRevised(
                state.id(), state.projectId(), state.termsVersion() + 1, terms, note, command.occurredOn())));
        if (approvalFalls) {
            decided.add(Decided.because(Steps.returned(state, NegotiationStage.TERMS, command.occurredOn()), note));
        }
        return decided;
    }

    private static LocalDate earliestRevision(NegotiationState state) {
        LocalDate earliest =
                state.terms() == null ? state.openedOn() : state.terms().revisedOn();
        return state.stage() == NegotiationStage.READY_TO_SIGN
                        && state.approval() != null
                        && state.approval().decidedOn().isAfter(earliest)
                ? state.approval().decidedOn()
                : earliest;
    }

    private static RoundDetails checked(RoundDetails round, Runnable besides, EventMeta meta) {
        Violations violations = new Violations();
        violations.check(besides);
        violations.check(() -> Checks.present(round, "round"));
        violations.throwIfAny();
        violations.check(() -> Checks.happened(round.occurredOn(), meta.today(), "round.occurredOn"));
        String place = violations.value(() -> Checks.optional(round.place(), Checks.LINE, "round.place"));
        List<OurPerson> ours = violations.value(() -> MeetingChecks.ourPeople(round.ourPeople(), "round.ourPeople"));
        List<TheirPerson> theirs =
                violations.value(() -> MeetingChecks.theirPeople(round.theirPeople(), "round.theirPeople"));
        String summary = violations.value(() -> Checks.required(round.summary(), Checks.TEXT, "round.summary"));
        List<TopicPosition> positions = violations.value(() -> positions(round.positions()));
        String nextStep = violations.value(() -> Checks.optional(round.nextStep(), Checks.LINE, "round.nextStep"));
        if (round.nextRoundOn() != null) {
            violations.check(() -> Checks.plausible(round.nextRoundOn(), "round.nextRoundOn"));
        }
        List<Attachment> attachments =
                violations.value(() -> MeetingChecks.attachments(round.attachments(), "round.attachments"));
        violations.throwIfAny();
        if (round.nextRoundOn() != null && round.nextRoundOn().isBefore(round.occurredOn())) {
            throw new RuleViolated(NegotiationRule.NEXT_ROUND_BEFORE_ROUND);
        }
        return new RoundDetails(
                round.occurredOn(),
                place,
                ours,
                theirs,
                summary,
                positions,
                nextStep,
                round.nextRoundOn(),
                attachments);
    }

    private static List<TopicPosition> positions(List<TopicPosition> positions) {
        Set<String> seen = new HashSet<>();
        return MeetingChecks.each(positions, "round.positions", (position, at) -> {
            Violations violations = new Violations();
            String topic = violations.value(() -> Checks.required(position.topic(), Checks.NAME, at + ".topic"));
            String theirs = violations.value(() -> Checks.optional(position.theirs(), Checks.LINE, at + ".theirs"));
            String ours = violations.value(() -> Checks.optional(position.ours(), Checks.LINE, at + ".ours"));
            String agreed = violations.value(() -> Checks.optional(position.agreed(), Checks.LINE, at + ".agreed"));
            violations.throwIfAny();
            if (!seen.add(OpenPoints.key(topic))) {
                throw RuleViolated.at(at + ".topic", NegotiationRule.TOPIC_TWICE);
            }
            return new TopicPosition(topic, theirs, ours, agreed, position.open());
        });
    }
}
