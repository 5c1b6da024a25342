/** The projects as they are now: lists, counts, search, and what is due on each. */
package dev.wuwei.crm.projections.project;
