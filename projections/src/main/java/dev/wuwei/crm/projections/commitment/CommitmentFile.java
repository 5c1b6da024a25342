package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commitments of one project as more and more became known. */
final class CommitmentFile {
    private final ProjectId projectId;
    private final int partlyMetFromPercent;
    private final SiteFacts site = new SiteFacts();
    private final Map<SigningId, AgreementFacts> agreements = new LinkedHashMap<>(2);
    private final Map<Stretch, Instant> known = new LinkedHashMap<>();
    private final List<CommitmentRow> rows = new ArrayList<>();

    private CommitmentFile(ProjectId projectId, int partlyMetFromPercent) {
        this.projectId = projectId;
        this.partlyMetFromPercent = partlyMetFromPercent;
    }

    /** @param facts all of the project's, in the order in which they were recorded */
    static List<CommitmentRow> rows(ProjectId project, List<CommitmentFact> facts, int partlyMetFromPercent) {
        CommitmentFile file = new CommitmentFile(project, partlyMetFromPercent);
        for (int i = 0; i < facts.size(); i++) {
            CommitmentFact fact = facts.get(i);
            file.know(fact.event());
            // What became known at once is known at once.
            if (i + 1 == facts.size() || !facts.get(i + 1).recordedAt().equals(fact.recordedAt())) {
                file.differ(fact.recordedAt());
            }
        }
        file.known.forEach((stretch, since) -> file.add(stretch, since, null));
        return file.rows;
    }

    private void know(DomainEvent event) {
        switch (event) {
            case SigningEvent e -> agreement(e.signingId()).know(e);
            case CommitmentEvent e -> agreement(e.signingId()).know(e);
            case FollowUpEvent e -> site.know(e);
            default -> throw new IllegalArgumentException(event.getClass().getName());
        }
    }

    private AgreementFacts agreement(SigningId id) {
        return agreements.computeIfAbsent(id, AgreementFacts::new);
    }

    private void differ(Instant now) {
        Map<Stretch, Instant> next = new LinkedHashMap<>();
        for (AgreementFacts agreement : agreements.values()) {
            for (Stretch stretch : new CommitmentCourse(agreement, site, partlyMetFromPercent).stretches()) {
                next.put(stretch, known.getOrDefault(stretch, now));
            }
        }
        known.forEach((stretch, since) -> {
            if (!next.containsKey(stretch)) {
                add(stretch, since, now);
            }
        });
        known.clear();
        known.putAll(next);
    }

    private void add(Stretch stretch, Instant since, Instant until) {
        rows.add(new CommitmentRow(projectId, rows.size(), stretch, since, until));
    }
}
