/** Our people: names for every screen, accounts for the administrator. */
package dev.wuwei.crm.projections.staff;
