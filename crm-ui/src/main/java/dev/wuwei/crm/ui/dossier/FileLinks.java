package dev.wuwei.crm.ui.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.files.FileType;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Today;
import java.util.List;

/** Links to the files of one project. Each asks anew, when it is followed, whether its reader may see the project. */
final class FileLinks {
    private final ProjectId project;
    private final AsOf asOf;
    private final DossierQuery dossiers;
    private final FileStore files;

    FileLinks(ProjectId project, AsOf asOf, DossierQuery dossiers, FileStore files) {
        this.project = project;
        this.asOf = asOf;
        this.dossiers = dossiers;
        this.files = files;
    }

    /** Opens in a new tab what a browser shows safely, and saves everything else. */
    Anchor link(Attachment file) {
        InputStreamDownloadHandler download = download(file);
        boolean inPlace = FileType.isShownInPlace(file.contentType());
        Anchor link = new Anchor(inPlace ? download.inline() : download, "");
        link.add(Icon.CLIP.create(), new Span(file.fileName()));
        link.addClassName("ww-file-link");
        if (inPlace) {
            link.setTarget(AnchorTarget.BLANK);
        }
        return link;
    }

    Component links(List<Attachment> attachments) {
        Div row = new Div();
        row.addClassName("ww-file-links");
        attachments.forEach(file -> row.add(link(file)));
        return row;
    }

    /** Photos as pictures that open at full size; what is no picture as a link. */
    Component pictures(List<Attachment> attachments) {
        Div row = new Div();
        row.addClassName("ww-file-links");
        attachments.forEach(file -> row.add(file.showsPicture() ? picture(file) : link(file)));
        return row;
    }

    private Anchor picture(Attachment file) {
        Anchor link = new Anchor(download(file).inline(), "");
        Image image = new Image(download(file).inline(), file.fileName());
        image.getElement().setAttribute("loading", "lazy");
        link.add(image);
        link.addClassName("ww-file-picture");
        link.setTarget(AnchorTarget.BLANK);
        return link;
    }

    private InputStreamDownloadHandler download(Attachment file) {
        return DownloadHandler.fromInputStream(event -> open(file.sha256(), CurrentUser.get()), file.fileName());
    }

    DownloadResponse open(String sha256, CurrentUser reader) {
        return dossiers.attachment(project, sha256, asOf.query(), reader.viewer(), Today.date())
                .flatMap(file -> files.open(sha256)
                        .map(content ->
                                new DownloadResponse(content, file.fileName(), file.contentType(), file.size())))
                .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND));
    }
}
