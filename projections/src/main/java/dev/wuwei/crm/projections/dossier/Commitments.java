package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseProgress;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.CommitmentLine;
import dev.wuwei.crm.projections.dossier.DossierView.PromiseLine;
import dev.wuwei.crm.projections.dossier.DossierView.Verdict;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Holds what was promised against what happened. Each verdict comes from the contract version in force on the day it fell
 * due: what was breached under one version stays breached whatever the next one says.
 */
final class Commitments {
    private final LocalDate signedOn;
    private final LocalDate handedOver;
    private final LocalDate permitted;
    private final List<AgreementVersion> versions;
    private final List<PhaseProgress> phases;
    private final LocalDate day;

    /**
     * @param handedOver when the land was, {@code null} while it is not
     * @param permitted when construction was, {@code null} while it is not
     */
    Commitments(
            LocalDate signedOn,
            LocalDate handedOver,
            LocalDate permitted,
            List<AgreementVersion> versions,
            List<PhaseProgress> phases,
            LocalDate day) {
        this.signedOn = signedOn;
        this.handedOver = handedOver;
        this.permitted = permitted;
        this.versions = versions;
        this.phases = phases;
        this.day = day;
    }

    List<CommitmentLine> company() {
        List<CommitmentLine> lines = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            AgreementVersion version = versions.get(i);
            AgreementVersion next = i + 1 < versions.size() ? versions.get(i + 1) : null;
            for (CompanyCommitment commitment : Visit.orEmpty(version.terms().companyCommitments())) {
                if (next == null) {
                    lines.add(line(commitment, version, day, false));
                } else {
                    kept(commitment, version, next, lines);
                }
            }
        }
        lines.sort(
                Comparator.comparing((CommitmentLine line) -> line.commitment().clause())
                        .thenComparing(line -> !line.kept())
                        .thenComparingInt(CommitmentLine::version));
        return List.copyOf(lines);
    }

    /** A promise that the next version words anew keeps its verdict when it had fallen due before. */
    private void kept(
            CompanyCommitment commitment, AgreementVersion version, AgreementVersion next, List<CommitmentLine> lines) {
        LocalDate due = deadline(commitment);
        if (due == null || !due.isBefore(next.on())) {
            return;
        }
        boolean unchanged = Visit.orEmpty(next.terms().companyCommitments()).stream()
                .anyMatch(later -> later.clause().equals(commitment.clause())
                        && Objects.equals(later.value(), commitment.value())
                        && Objects.equals(later.due(), commitment.due()));
        CommitmentLine line = line(commitment, version, next.on(), true);
        if (!unchanged && line.verdict() != Verdict.MET) {
            lines.add(line);
        }
    }

    private CommitmentLine line(CompanyCommitment commitment, AgreementVersion version, LocalDate until, boolean kept) {
        LocalDate due = deadline(commitment);
        if (!commitment.metric().isDate()) {
            Verdict verdict = due == null || !due.isBefore(until) ? Verdict.NOT_DUE : Verdict.OPEN;
            return new CommitmentLine(commitment, due, null, null, verdict, version.version(), kept);
        }
        LocalDate reached = reached(commitment.phase(), milestone(commitment.metric()));
        LocalDate actual = reached == null || reached.isAfter(until) ? null : reached;
        Long late = due == null ? null : ChronoUnit.DAYS.between(due, actual == null ? until : actual);
        Verdict verdict;
        if (due == null) {
            verdict = Verdict.NOT_DUE;
        } else if (actual != null) {
            verdict = late <= 0 ? Verdict.MET : Verdict.MET_LATE;
        } else {
            verdict = late > 0 ? Verdict.BREACHED : Verdict.NOT_DUE;
        }
        return new CommitmentLine(commitment, due, actual, late, verdict, version.version(), kept);
    }

    List<PromiseLine> government() {
        if (versions.isEmpty()) {
            return List.of();
        }
        AgreementVersion version = versions.getLast();
        return Visit.orEmpty(version.terms().governmentCommitments()).stream()
                .sorted(Comparator.comparing(GovernmentCommitment::clause))
                .map(promise -> {
                    LocalDate due = due(promise.due(), null);
                    return new PromiseLine(
                            promise,
                            due,
                            due == null ? null : ChronoUnit.DAYS.between(day, due),
                            promise.kind() == GovernmentCommitment.Kind.LAND_HANDOVER ? handedOver : null,
                            version.version());
                })
                .toList();
    }

    /** A promised date is itself the deadline. */
    private LocalDate deadline(CompanyCommitment commitment) {
        if (commitment.metric().isDate() && commitment.value() != null) {
            try {
                return LocalDate.parse(commitment.value());
            } catch (DateTimeParseException e) {
                return due(commitment.due(), commitment.phase());
            }
        }
        return due(commitment.due(), commitment.phase());
    }

    private LocalDate due(DueRule rule, String phase) {
        if (rule == null) {
            return null;
        }
        LocalDate anchor = switch (rule.anchor()) {
            case DATE -> rule.on();
            case SIGNING -> signedOn;
            case CONSTRUCTION_START -> reached(phase, Milestone.CONSTRUCTION_START);
            case COMPLETION -> reached(phase, Milestone.COMPLETION);
            case PRODUCTION_START -> reached(phase, Milestone.PRODUCTION_START);
            case LAND_HANDOVER -> handedOver;
            case PERMIT -> permitted;
        };
        return anchor == null || rule.months() == null ? anchor : anchor.plusMonths(rule.months());
    }

    /** For the whole project the last of its active phases counts. */
    private LocalDate reached(String phase, Milestone milestone) {
        List<PhaseProgress> meant = phases.stream()
                .filter(progress ->
                        phase == null ? progress.isActive() : progress.name().equals(phase))
                .toList();
        if (meant.isEmpty() || meant.stream().anyMatch(progress -> progress.recognisedOn(milestone) == null)) {
            return null;
        }
        return meant.stream()
                .map(progress -> progress.recognisedOn(milestone))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Milestone milestone(Metric metric) {
        return switch (metric) {
            case START_DATE -> Milestone.CONSTRUCTION_START;
            case COMPLETION_DATE -> Milestone.COMPLETION;
            case PRODUCTION_DATE -> Milestone.PRODUCTION_START;
            case SCALE_UP_DATE -> Milestone.SCALE_UP;
            case FULL_CAPACITY_DATE -> Milestone.FULL_CAPACITY;
            default -> throw new IllegalArgumentException(metric + " is no date");
        };
    }
}
