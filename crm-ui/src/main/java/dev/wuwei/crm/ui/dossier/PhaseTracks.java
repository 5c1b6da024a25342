package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.dossier.DossierView.MilestoneLine;
import dev.wuwei.crm.projections.dossier.DossierView.Phase;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.StageTrack;
import java.util.ArrayList;
import java.util.List;

/** Each phase of a project on a line, from its signature to full capacity. */
class PhaseTracks extends Div {
    PhaseTracks(DossierView dossier) {
        addClassName("ww-box");
        dossier.phases().forEach(phase -> add(track(dossier, phase)));
    }

    private static StageTrack track(DossierView dossier, Phase phase) {
        List<StageTrack.Stage> stages = new ArrayList<>();
        dossier.agreement()
                .ifPresent(agreement -> stages.add(new StageTrack.Stage(
                        t("project.track.signed"),
                        StageTrack.State.DONE,
                        List.of(Format.date(agreement.signedOn())),
                        "")));
        boolean open = false;
        for (MilestoneLine line : phase.milestones()) {
            boolean next = !open && phase.withdrawnOn() == null && !isDone(line);
            stages.add(stage(dossier, phase, line, next));
            open |= next;
        }
        return new StageTrack(phase.name(), notes(phase), stages);
    }

    static boolean isDone(MilestoneLine line) {
        return line.stand().isRecognised() || line.stand().isSkipped();
    }

    private static StageTrack.Stage stage(DossierView dossier, Phase phase, MilestoneLine line, boolean next) {
        List<String> lines = new ArrayList<>();
        if (line.agreedOn() != null) {
            lines.add(t("project.agreed", Format.date(line.agreedOn())));
        }
        if (line.stand().isRecognised()) {
            lines.add(Format.date(line.stand().recognisedOn()));
        } else if (line.stand().isSkipped()) {
            lines.add(t("project.skipped", Enums.name(line.stand().skipCause())));
        } else if (line.stand().isReported()) {
            lines.add(t("project.reported", Format.date(line.stand().reportedOn())));
        }
        if (next && phase.progressPercent() != null) {
            lines.add(t("project.percent", Format.number(phase.progressPercent(), 0)));
        }
        return new StageTrack.Stage(
                Enums.label(line.milestone()), state(line, next), lines, deviation(dossier, phase, line, next));
    }

    private static StageTrack.State state(MilestoneLine line, boolean next) {
        if (isDone(line)) {
            return line.daysLate() != null && line.daysLate() > 0 ? StageTrack.State.DONE_LATE : StageTrack.State.DONE;
        }
        return next ? StageTrack.State.NOW : StageTrack.State.TO_COME;
    }

    /** How late it came; of the one that comes next, how far it is away. */
    private static String deviation(DossierView dossier, Phase phase, MilestoneLine line, boolean next) {
        if (line.agreedOn() == null || line.daysLate() == null) {
            return "";
        }
        if (line.stand().isRecognised()) {
            return Format.deviation(line.agreedOn(), line.stand().recognisedOn());
        }
        return next && phase.suspension() == null ? Format.remaining(line.agreedOn(), dossier.day()) : "";
    }

    private static List<String> notes(Phase phase) {
        List<String> notes = new ArrayList<>();
        if (phase.agreed().investment() != null) {
            notes.add(Format.money(phase.agreed().investment()));
        }
        if (phase.agreed().land() != null) {
            notes.add(Format.area(phase.agreed().land()));
        }
        if (phase.subState() != null) {
            notes.add(Enums.name(phase.subState()));
        }
        notes.addAll(standstills(phase));
        return notes;
    }

    /** 停建, 停产, 退规, 达产后回落, 退出: since when. */
    static List<String> standstills(Phase phase) {
        List<String> notes = new ArrayList<>();
        if (phase.suspendedOn() != null) {
            notes.add(t("project.suspended", Format.date(phase.suspendedOn())));
        }
        if (phase.stoppedOn() != null) {
            notes.add(t("project.stopped", Format.date(phase.stoppedOn())));
        }
        if (phase.scaleDroppedOn() != null) {
            notes.add(t("project.scale-dropped", Format.date(phase.scaleDroppedOn())));
        }
        if (phase.state() == PhaseState.FULL_CAPACITY && phase.dueOn() != null) {
            notes.add(t("project.below-capacity", Format.date(phase.dueOn())));
        }
        if (phase.withdrawnOn() != null) {
            notes.add(t("project.withdrawn", Format.date(phase.withdrawnOn())));
        }
        return notes;
    }
}
