/** Commitments of both sides (承诺) held against what happened, on any day, as known at any instant. */
package dev.wuwei.crm.projections.commitment;
