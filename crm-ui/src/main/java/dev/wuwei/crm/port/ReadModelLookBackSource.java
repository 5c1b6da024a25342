package dev.wuwei.crm.port;

import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.LookBackSource;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.lookback.Sheet;
import dev.wuwei.crm.lookback.SheetFigure;
import dev.wuwei.crm.lookback.SheetLine;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.PhaseView;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.Request;
import dev.wuwei.crm.projections.ledger.ProjectFilter;
import dev.wuwei.crm.projections.lookback.CampaignView;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists and sheets of look-back campaigns, as ledger and commitments tell them. */
@Component
class ReadModelLookBackSource implements LookBackSource {
    private final FiveGapsQuery fiveGaps;
    private final CommitmentQuery commitments;
    private final LookBackQuery reviews;
    private final Processors processors;

    ReadModelLookBackSource(
            FiveGapsQuery fiveGaps, CommitmentQuery commitments, LookBackQuery reviews, Processors processors) {
        this.fiveGaps = fiveGaps;
        this.commitments = commitments;
        this.reviews = reviews;
        this.processors = processors;
    }

    @Override
    public List<ScopeEntry> scope(ScopeRule rule, LocalDate cutOff, EventMeta meta) {
        ProjectFilter projects = ProjectFilter.ALL
                .inParks(codes(rule.parks()))
                .inIndustries(codes(rule.industries()))
                .signedBetween(rule.signedFrom(), rule.signedTo());
        Viewer viewer = new Viewer(meta.actor(), meta.roles(), meta.parks());
        return fiveGaps.phases(Request.of(projects).decisiveOnly(), AsOf.on(cutOff), viewer).stream()
                .filter(project -> rule.atLeast() == null || project.signed().compareTo(rule.atLeast()) >= 0)
                .sorted(Comparator.comparing(PhaseView::projectNo))
                .map(project -> new ScopeEntry(
                        project.projectId(),
                        project.projectNo(),
                        project.projectName(),
                        project.park(),
                        project.industry(),
                        project.signed(),
                        project.signedOn()))
                .toList();
    }

    private static Set<String> codes(List<Coded> coded) {
        return coded.stream().map(Coded::code).collect(Collectors.toSet());
    }

    @Override
    public void awaitKnown(long position) {
        ReadModels.awaitKnown(position, processors);
    }

    @Override
    public Sheet sheet(ScopeEntry project, LocalDate cutOff, Instant knownAt) {
        AsOf then = new AsOf(cutOff, knownAt);
        ProjectId id = project.projectId();
        List<CommitmentView> lines = commitments.of(id, then, Viewer.everything(), cutOff).stream()
                .filter(line -> line.state() != CommitmentState.SUPERSEDED)
                .toList();
        PhaseView standing =
                fiveGaps.phases(Request.ofProjects(Set.of(id)).decisiveOnly(), then, Viewer.everything()).stream()
                        .findFirst()
                        .orElse(null);
        return new Sheet(
                standing == null ? null : standing.projectState(),
                standing == null ? 0 : standing.daysLate(),
                lines.stream().mapToInt(CommitmentView::judgedBy).max().orElse(1),
                lines.stream().map(ReadModelLookBackSource::line).toList(),
                commitments.land(id, then, Viewer.everything(), cutOff).stream()
                        .map(figure -> new SheetFigure(figure.metric(), figure.value(), figure.on(), figure.inputs()))
                        .toList());
    }

    private static SheetLine line(CommitmentView view) {
        return new SheetLine(
                view.signingId(),
                view.company(),
                view.government(),
                view.wordedBy(),
                view.state(),
                view.judgedBy(),
                view.dueOn(),
                view.actual(),
                view.actualOn(),
                view.source(),
                view.inputs(),
                view.gap(),
                view.deadline(),
                view.frozenOn());
    }

    @Override
    public int unfinished(CampaignId campaign) {
        return reviews.find(campaign, AsOf.NOW, Viewer.everything())
                .map(CampaignView::unfinished)
                .orElse(0L)
                .intValue();
    }
}
