/**
 * The bitemporal ledger of projects and the journal of every figure: how things stood on any date, as known at any instant,
 * and why.
 */
package dev.wuwei.crm.projections.ledger;
