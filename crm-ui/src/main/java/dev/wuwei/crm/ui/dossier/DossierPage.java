package dev.wuwei.crm.ui.dossier;

import dev.wuwei.crm.projections.dossier.DossierView;

/** One dossier with what its tabs need to show it: words, links to its files, and what may be done. */
record DossierPage(DossierView dossier, DossierWords words, FileLinks files, DossierActions actions) {}
