package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpCommand.AcceptTolerantly;
import dev.wuwei.crm.followup.FollowUpCommand.ApplyForPermit;
import dev.wuwei.crm.followup.FollowUpCommand.ChoosePermitChecklist;
import dev.wuwei.crm.followup.FollowUpCommand.GrantPermit;
import dev.wuwei.crm.followup.FollowUpCommand.HandInMissingPapers;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermit;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawPermitApplication;
import dev.wuwei.crm.followup.FollowUpEvent.MissingPapersHandedIn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplicationWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PermitApplied;
import dev.wuwei.crm.followup.FollowUpEvent.PermitChecklistChosen;
import dev.wuwei.crm.followup.FollowUpEvent.PermitGranted;
import dev.wuwei.crm.followup.FollowUpEvent.PermitWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.TolerantlyAccepted;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.MeetingChecks;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The permits (许可) of a project: which it needs, which were applied for, with papers missing or not, and which it has. */
final class Permits {
    private record Granted(Coded permit, LocalDate on, String event) {}

    private record Applied(PermitApplied application, String event) {}

    private final Map<String, Granted> granted = new HashMap<>();
    private final Map<String, Applied> applied = new HashMap<>();
    private final Map<String, TolerantlyAccepted> missing = new HashMap<>();
    private PermitChecklistChosen checklist;

    PermitChecklistChosen choose(
            ChoosePermitChecklist command,
            ProjectId project,
            EventMeta meta,
            Dictionaries dictionaries,
            PermitChecklists checklists) {
        Violations found = new Violations();
        Coded type = found.value(
                () -> dictionaries.require(DictionaryKind.PROJECT_TYPE, command.projectTypeCode(), "projectTypeCode"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        if (checklist != null
                && checklist.projectType().equals(type)
                && checklist.checklistVersion().equals(checklists.version())) {
            throw new RuleViolated(FollowUpRule.NOTHING_CHANGED);
        }
        return new PermitChecklistChosen(
                command.followUpId(), project, type, checklists.version(), checklists.of(type.code()), on);
    }

    PermitApplied apply(
            ApplyForPermit command,
            ProjectId project,
            EventMeta meta,
            Dictionaries dictionaries,
            WorkingCalendar calendar) {
        Violations found = new Violations();
        // One that is on the checklist is waited for, whatever has become of its entry.
        Coded permit = found.value(() -> dictionaries.known(DictionaryKind.PERMIT, command.permitCode(), "permitCode"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        requireNotGranted(permit.code());
        if (applied.containsKey(permit.code())) {
            throw new RuleViolated(
                    FollowUpRule.ALREADY_APPLIED,
                    applied.get(permit.code()).application().occurredOn());
        }
        Optional<RequiredPermit> required = required(permit);
        return new PermitApplied(
                command.followUpId(),
                project,
                permit,
                required.map(one -> calendar.plusWorkingDays(on, one.legalDays()))
                        .orElse(null),
                required.map(one -> calendar.plusWorkingDays(on, one.promisedDays()))
                        .orElse(null),
                on);
    }

    private Optional<RequiredPermit> required(Coded permit) {
        return checklist == null
                ? Optional.empty()
                : checklist.permits().stream()
                        .filter(one -> one.permit().code().equals(permit.code()))
                        .findFirst();
    }

    PermitApplicationWithdrawn withdraw(WithdrawPermitApplication command, ProjectId project) {
        Checks.reason(command.reason());
        PermitApplied application = requireApplied(command.permitCode());
        requireNotGranted(command.permitCode());
        return new PermitApplicationWithdrawn(
                command.followUpId(), project, application.permit(), application.occurredOn());
    }

    /** Before the permit is granted; it may be entered after. */
    TolerantlyAccepted accept(AcceptTolerantly command, ProjectId project, EventMeta meta) {
        PermitApplied application = requireApplied(command.permitCode());
        TolerantlyAccepted open = missing.get(command.permitCode());
        if (open != null) {
            throw new RuleViolated(FollowUpRule.PAPERS_MISSING_ALREADY, open.missing(), open.promisedOn());
        }
        Violations found = new Violations();
        String papers = found.value(() -> Checks.required(command.missing(), Checks.LINE, "missing"));
        String by = found.value(() -> Checks.required(command.promisedBy(), Checks.NAME, "promisedBy"));
        LocalDate on = found.value(() -> Checks.notBefore(
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn"),
                application.occurredOn(),
                "occurredOn"));
        Granted grant = granted.get(command.permitCode());
        if (on != null && grant != null && on.isAfter(grant.on())) {
            found.at("occurredOn", SharedRule.TOO_LATE, grant.on());
        }
        LocalDate promised = found.value(() -> Checks.plausible(command.promisedOn(), "promisedOn"));
        if (on != null && promised != null) {
            found.check(() -> Checks.notBefore(promised, on, "promisedOn"));
        }
        found.throwIfAny();
        return new TolerantlyAccepted(command.followUpId(), project, application.permit(), papers, by, promised, on);
    }

    MissingPapersHandedIn handIn(HandInMissingPapers command, ProjectId project, EventMeta meta) {
        TolerantlyAccepted open = missing.get(Checks.required(command.permitCode(), Checks.NAME, "permitCode"));
        if (open == null) {
            throw new RuleViolated(FollowUpRule.NO_PAPERS_MISSING);
        }
        LocalDate on = Checks.notBefore(
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn"), open.occurredOn(), "occurredOn");
        return new MissingPapersHandedIn(command.followUpId(), project, open.permit(), on);
    }

    /**
     * A permit may come without an application that was entered here; what was applied for, or accepted with papers missing,
     * comes not before that.
     */
    PermitGranted grant(GrantPermit command, ProjectId project, EventMeta meta, Dictionaries dictionaries) {
        Violations found = new Violations();
        // One that is on the checklist is waited for, whatever has become of its entry.
        Coded permit = found.value(() -> dictionaries.known(DictionaryKind.PERMIT, command.permitCode(), "permitCode"));
        String number = found.value(() -> Checks.optional(command.number(), Checks.NAME, "number"));
        List<Attachment> attachments =
                found.value(() -> MeetingChecks.attachments(command.attachments(), "attachments"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        requireNotGranted(permit.code());
        if (applied.containsKey(permit.code())) {
            Checks.notBefore(on, applied.get(permit.code()).application().occurredOn(), "occurredOn");
        }
        if (missing.containsKey(permit.code())) {
            Checks.notBefore(on, missing.get(permit.code()).occurredOn(), "occurredOn");
        }
        return new PermitGranted(command.followUpId(), project, permit, number, attachments, on);
    }

    PermitWithdrawn withdraw(WithdrawPermit command, ProjectId project) {
        Checks.reason(command.reason());
        Granted found = granted.get(Checks.required(command.permitCode(), Checks.NAME, "permitCode"));
        if (found == null) {
            throw new RuleViolated(FollowUpRule.NOT_GRANTED);
        }
        return new PermitWithdrawn(command.followUpId(), project, found.permit(), found.on());
    }

    private void requireNotGranted(String code) {
        Granted before = granted.get(code);
        if (before != null) {
            throw new RuleViolated(FollowUpRule.ALREADY_GRANTED, before.on());
        }
    }

    private PermitApplied requireApplied(String code) {
        Applied found = applied.get(Checks.required(code, Checks.NAME, "permitCode"));
        if (found == null) {
            throw new RuleViolated(FollowUpRule.NOT_APPLIED);
        }
        return found.application();
    }

    void on(PermitChecklistChosen chosen) {
        checklist = chosen;
    }

    void on(PermitApplied application, String event) {
        applied.put(application.permit().code(), new Applied(application, event));
    }

    void on(PermitApplicationWithdrawn withdrawn) {
        applied.remove(withdrawn.permit().code());
        missing.remove(withdrawn.permit().code());
    }

    void on(TolerantlyAccepted accepted) {
        missing.put(accepted.permit().code(), accepted);
    }

    void on(MissingPapersHandedIn handedIn) {
        missing.remove(handedIn.permit().code());
    }

    void on(PermitGranted grant, String event) {
        granted.put(grant.permit().code(), new Granted(grant.permit(), grant.occurredOn(), event));
    }

    void on(PermitWithdrawn withdrawn) {
        granted.remove(withdrawn.permit().code());
    }

    String grantEvent(Coded permit) {
        return granted.get(permit.code()).event();
    }

    String applicationEvent(Coded permit) {
        return applied.get(permit.code()).event();
    }
}
