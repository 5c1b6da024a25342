/** The inbox: what one is reminded of, and how one wants to be reminded. */
package dev.wuwei.crm.ui.reminder;
