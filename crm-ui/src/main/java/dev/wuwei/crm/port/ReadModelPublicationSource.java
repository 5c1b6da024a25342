package dev.wuwei.crm.port;

import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.publication.FrozenFigures;
import dev.wuwei.crm.publication.PublicationSource;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.counting.DimensionWords;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Figures of reports, as the ledger tells them; classes are named in the language of the administration. */
@Component
class ReadModelPublicationSource implements PublicationSource {
    private final ReportFigures figures;
    private final Processors processors;

    ReadModelPublicationSource(ReportFigures figures, Processors processors) {
        this.figures = figures;
        this.processors = processors;
    }

    @Override
    public FrozenFigures freeze(ReportQuestion question, EventMeta meta) {
        long position = processors.head();
        ReadModels.awaitKnown(position, processors);
        Instant knownAt = processors.recordedAt(position);
        return new FrozenFigures(
                figures.policy(question, knownAt),
                position,
                knownAt,
                figures.lines(question, knownAt).stream()
                        .map(ReadModelPublicationSource::named)
                        .toList());
    }

    private static PublishedLine named(PublishedLine line) {
        return line.isTotal()
                ? line
                : new PublishedLine(
                        line.measure(),
                        line.dimension(),
                        line.code(),
                        DimensionWords.name(Dimension.of(line.dimension()), line.code(), line.name(), I18n.CHINESE),
                        line.count(),
                        line.sums());
    }
}
