/** 问题督办: the list and the board of tickets, one ticket beside them, notices to read, the notice as a document. */
package dev.wuwei.crm.ui.ticket;
