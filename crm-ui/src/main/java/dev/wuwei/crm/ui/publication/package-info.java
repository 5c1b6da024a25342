/** Published reports (发布): the list, the dialog that freezes one, and one as published beside what is known now. */
package dev.wuwei.crm.ui.publication;
