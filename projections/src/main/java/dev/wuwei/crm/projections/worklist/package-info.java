/** The desk of a person: what is due, what is late, what happened meanwhile. */
package dev.wuwei.crm.projections.worklist;
