/** What every read model stands on: batches of rows, paging, the point in time, the viewer's scope, the rebuild. */
package dev.wuwei.crm.projections.support;
