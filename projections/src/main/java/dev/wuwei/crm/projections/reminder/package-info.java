/** Who is reminded of what, what has left the house, and how people want to be reminded. */
package dev.wuwei.crm.projections.reminder;
