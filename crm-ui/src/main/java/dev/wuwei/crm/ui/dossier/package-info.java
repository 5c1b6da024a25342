/** 项目档案: the page of one project, as it is or as it was on any day. */
package dev.wuwei.crm.ui.dossier;
