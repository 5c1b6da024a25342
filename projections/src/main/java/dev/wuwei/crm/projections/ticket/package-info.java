/** Issue tickets (问题督办): lists and counts as of any day and as known at any instant, steps, and notices with who has read them. */
package dev.wuwei.crm.projections.ticket;
