package dev.wuwei.crm.projections.ledger;

import java.util.List;

/**
 * What a project contributes to every figure on a day, under one counting policy.
 *
 * @param postings none when the policy leaves the project out
 */
record Booked(Cell cell, List<Posting> postings) {}
