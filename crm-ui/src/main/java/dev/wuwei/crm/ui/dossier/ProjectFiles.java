package dev.wuwei.crm.ui.dossier;

import com.vaadin.flow.component.Component;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.ui.component.AsOf;
import java.util.List;

/** Files of a project on pages that are not its own. */
@org.springframework.stereotype.Component
public class ProjectFiles {
    private final DossierQuery dossiers;
    private final FileStore files;

    ProjectFiles(DossierQuery dossiers, FileStore files) {
        this.dossiers = dossiers;
        this.files = files;
    }

    /** @return a picture or a link for each; it opens for whoever may see the project */
    public Component pictures(ProjectId project, List<Attachment> attachments) {
        return new FileLinks(project, AsOf.current(), dossiers, files).pictures(attachments);
    }
}
