/** Jobs that the calendar starts: they ask read models what is due, and send commands. */
package dev.wuwei.crm.job;
