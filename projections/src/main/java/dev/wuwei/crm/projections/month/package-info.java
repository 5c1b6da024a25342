/** Monthly returns (月报) month by month: who has filed, who has not, and which months of a park are closed. */
package dev.wuwei.crm.projections.month;
