package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Notify;
import dev.wuwei.crm.ui.component.WordTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 通报 as a Word document, in the language of the administration: {@code templates/bulletin.docx}, whose names are those of
 * {@link BulletinFigures}. A figure that is typed in ({@link TypedFigures}) or has no source stops the document.
 */
@Component
class Bulletin {
    private static final String TEMPLATE = "templates/bulletin.docx";
    private static final int UNPROCESSABLE = 422;

    private final WordTemplate template;
    private final BulletinFigures.Sources sources;

    Bulletin(
            @Value("${wuwei.config:./config}") Path own,
            ReportFigures figures,
            FiveGapsQuery fiveGaps,
            TargetProgressQuery targets,
            Dictionaries dictionaries) {
        this.template = new WordTemplate(own, TEMPLATE, TypedFigures::in);
        this.sources = new BulletinFigures.Sources(figures, fiveGaps, targets, dictionaries);
    }

    /** What stops it is told on the page, and no file comes. */
    DownloadHandler download(PublicationView view, PublicationComparison compared, String publisher) {
        String name = t("publication.word.file", view.report().title()) + ".docx";
        return event -> {
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            try {
                write(view, compared, publisher, document);
            } catch (RuleViolated violated) {
                event.getUI().access(() -> Notify.failed(ErrorTexts.of(violated)));
                event.getResponse().setStatus(UNPROCESSABLE);
                return;
            }
            event.setFileName(name);
            event.setContentType(WordTemplate.CONTENT_TYPE);
            document.writeTo(event.getOutputStream());
        };
    }

    /** @throws RuleViolated naming what the template asks for and has no source, and the figures that are typed into it */
    void write(PublicationView view, PublicationComparison compared, String publisher, OutputStream out)
            throws IOException {
        template.write(new BulletinFigures(view, compared, publisher, sources), out);
    }
}
