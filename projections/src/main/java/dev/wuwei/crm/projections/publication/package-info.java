/** Published reports (发布): as published, beside what is known now of the same question. */
package dev.wuwei.crm.projections.publication;
