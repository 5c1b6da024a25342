/** What time it is. */
package dev.wuwei.crm.platform.time;
