/** One project, one file: everything its page shows, as of any day and as known at any instant. */
package dev.wuwei.crm.projections.dossier;
