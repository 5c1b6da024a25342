package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationCommand.AdoptPlan;
import dev.wuwei.crm.negotiation.NegotiationCommand.Appoint;
import dev.wuwei.crm.negotiation.NegotiationCommand.Dismiss;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.negotiation.NegotiationEvent.PlanAdopted;
import dev.wuwei.crm.negotiation.NegotiationState.Holder;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** 一个项目、一个领导、一套班子、一个方案. A post or seat lasts from its appointment to the next or to the dismissal. */
final class TeamAndPlan {
    private static final NegotiationStatus[] WHILE_THERE_IS_A_PROJECT = {
        NegotiationStatus.ACTIVE, NegotiationStatus.SHELVED, NegotiationStatus.SIGNED
    };

    private TeamAndPlan() {}

    static List<Decided> appoint(NegotiationState state, Appoint command, StaffDirectory staff, EventMeta meta) {
        Guards.in(state, WHILE_THERE_IS_A_PROJECT);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.role(), "role"));
        violations.check(() -> staff.requireInService(command.staffId(), "staffId"));
        violations.check(() -> Guards.happened(state, command.occurredOn(), meta));
        violations.throwIfAny();
        boolean member = command.role() == ProjectRole.MEMBER;
        Holder holder = member ? state.member(command.staffId()) : state.holder(command.role());
        if (holder != null && holder.staffId().equals(command.staffId())) {
            throw new RuleViolated(NegotiationRule.ALREADY_APPOINTED);
        }
        LocalDate earliest = member ? state.leftOn(command.staffId()) : holder == null ? null : holder.from();
        if (earliest != null) {
            Checks.notBefore(command.occurredOn(), earliest, "occurredOn");
        }
        return List.of(Decided.of(new Appointed(
                state.id(),
                state.projectId(),
                command.role(),
                command.staffId(),
                holder == null ? null : holder.staffId(),
                command.occurredOn())));
    }

    static List<Decided> dismiss(NegotiationState state, Dismiss command, EventMeta meta) {
        Guards.in(state, WHILE_THERE_IS_A_PROJECT);
        Violations violations = new Violations();
        violations.check(() -> Checks.present(command.role(), "role"));
        violations.check(() -> Checks.present(command.staffId(), "staffId"));
        violations.check(() -> Checks.reason(command.reason()));
        violations.check(() -> Guards.happened(state, command.occurredOn(), meta));
        violations.throwIfAny();
        if (command.role() != ProjectRole.MEMBER) {
            throw new RuleViolated(NegotiationRule.REPLACE_INSTEAD_OF_DISMISS);
        }
        Holder seat = state.member(command.staffId());
        if (seat == null) {
            throw new RuleViolated(NegotiationRule.NOT_APPOINTED);
        }
        Checks.notBefore(command.occurredOn(), seat.from(), "occurredOn");
        return List.of(Decided.of(
                new Dismissed(state.id(), state.projectId(), command.role(), command.staffId(), command.occurredOn())));
    }

    static List<Decided> adoptPlan(NegotiationState state, AdoptPlan command, EventMeta meta) {
        Guards.active(state);
        NegotiationState.Plan current = state.plan();
        Violations violations = new Violations();
        String title = violations.value(() -> Checks.required(command.title(), Checks.NAME, "title"));
        String text = violations.value(() -> Checks.optional(command.text(), Checks.TEXT, "text"));
        List<Attachment> files =
                violations.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        violations.check(() ->
                Guards.since(current == null ? state.openedOn() : current.adoptedOn(), command.occurredOn(), meta));
        violations.throwIfAny();
        if (text == null && files.isEmpty()) {
            throw RuleViolated.at("text", SharedRule.REQUIRED);
        }
        if (current != null
                && current.title().equals(title)
                && Objects.equals(current.text(), text)
                && current.attachments().equals(files)) {
            throw new RuleViolated(NegotiationRule.NOTHING_CHANGED);
        }
        return List.of(Decided.of(new PlanAdopted(
                state.id(),
                state.projectId(),
                current == null ? 1 : current.version() + 1,
                title,
                text,
                files,
                command.occurredOn())));
    }
}
