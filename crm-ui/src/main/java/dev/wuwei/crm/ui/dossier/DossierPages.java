package dev.wuwei.crm.ui.dossier;

import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.dossier.DossierView;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.sentence.KnownNames;
import org.springframework.stereotype.Component;

/** Opens dossiers for the pages that show them. */
@Component
class DossierPages {
    private final DossierQuery dossiers;
    private final CommandDialogs dialogs;
    private final FileStore files;
    private final KnownNames names;

    DossierPages(DossierQuery dossiers, CommandDialogs dialogs, FileStore files, KnownNames names) {
        this.dossiers = dossiers;
        this.dialogs = dialogs;
        this.files = files;
        this.names = names;
    }

    /** @param done after something was changed */
    DossierPage open(ProjectRow row, DossierView dossier, Runnable done) {
        return new DossierPage(
                dossier,
                new DossierWords(dossier, names),
                new FileLinks(row.projectId(), AsOf.current(), dossiers, files),
                new DossierActions(row, dossier, dialogs, done));
    }
}
