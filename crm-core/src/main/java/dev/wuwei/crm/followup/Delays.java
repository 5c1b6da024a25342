package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.ExplainDelay;
import dev.wuwei.crm.followup.FollowUpCommand.JustifyDelay;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawJustification;
import dev.wuwei.crm.followup.FollowUpEvent.DelayExplained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayJustified;
import dev.wuwei.crm.followup.FollowUpEvent.JustificationWithdrawn;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What holds each phase up: the cause, who sees to it, what comes next, and whether it is justified. */
final class Delays {
    private record Justified(String event, LocalDate on) {}

    private final Map<String, Delay> delays = new HashMap<>();
    private final Map<String, Justified> justified = new HashMap<>();

    DelayExplained explain(
            ExplainDelay command, PhaseProgress phase, ProjectId project, EventMeta meta, StaffDirectory staff) {
        Milestone next =
                phase.next().orElseThrow(() -> new RuleViolated(FollowUpRule.NOT_POSSIBLE_IN_STATE, phase.state()));
        Violations found = new Violations();
        found.check(() -> Checks.present(command.cause(), "cause"));
        String explanation = found.value(() -> Checks.required(command.explanation(), Checks.TEXT, "explanation"));
        found.check(() -> Checks.present(command.owner(), "owner"));
        if (command.owner() != null && !staff.isInService(command.owner())) {
            found.at("owner", FollowUpRule.UNKNOWN_PERSON);
        }
        String action = found.value(() -> Checks.required(command.nextAction(), Checks.LINE, "nextAction"));
        LocalDate actionOn = found.value(() -> Checks.notBefore(
                Checks.plausible(Checks.present(command.nextActionOn(), "nextActionOn"), "nextActionOn"),
                meta.today(),
                "nextActionOn"));
        found.throwIfAny();
        Delay delay = new Delay(next, command.cause(), explanation, command.owner(), action, actionOn, null);
        Delay known = delays.get(phase.name());
        if (known != null && known.quietUntil(null).equals(delay)) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return new DelayExplained(
                command.followUpId(),
                project,
                phase.name(),
                next,
                command.cause(),
                explanation,
                command.owner(),
                action,
                actionOn,
                meta.today());
    }

    /** Until a day, so that no light stays quiet because everybody has forgotten it. */
    DelayJustified justify(JustifyDelay command, PhaseProgress phase, ProjectId project, EventMeta meta) {
        Checks.reason(command.reason());
        Delay known = delays.get(phase.name());
        if (known == null || phase.next().filter(known::holdsUp).isEmpty()) {
            throw new RuleViolated(FollowUpRule.DELAY_UNEXPLAINED);
        }
        LocalDate until = Checks.notBefore(
                Checks.plausible(Checks.present(command.quietUntil(), "quietUntil"), "quietUntil"),
                meta.today(),
                "quietUntil");
        if (until.equals(known.quietUntil())) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return new DelayJustified(
                command.followUpId(), project, phase.name(), known.milestone(), known.cause(), until, meta.today());
    }

    JustificationWithdrawn withdraw(WithdrawJustification command, PhaseProgress phase, ProjectId project) {
        Checks.reason(command.reason());
        Justified known = justified.get(phase.name());
        if (known == null) {
            throw new RuleViolated(FollowUpRule.NOT_JUSTIFIED);
        }
        return new JustificationWithdrawn(command.followUpId(), project, phase.name(), known.on());
    }

    String justifyingEvent(String phase) {
        return justified.get(phase).event();
    }

    /** Another cause has to be found justified anew. */
    void on(DelayExplained e) {
        delays.put(e.phase(), e.delay());
        justified.remove(e.phase());
    }

    void on(DelayJustified e, String eventId) {
        delays.computeIfPresent(e.phase(), (phase, delay) -> delay.quietUntil(e.quietUntil()));
        justified.put(e.phase(), new Justified(eventId, e.occurredOn()));
    }

    void on(JustificationWithdrawn e) {
        delays.computeIfPresent(e.phase(), (phase, delay) -> delay.quietUntil(null));
        justified.remove(e.phase());
    }
}
