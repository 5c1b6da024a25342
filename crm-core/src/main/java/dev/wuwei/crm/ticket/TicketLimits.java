package dev.wuwei.crm.ticket;

/**
 * How many working days each step of a ticket may take, and when notices are due; kept in
 * {@code config/policies/thresholds.yml}.
 *
 * @param assign from raising or reopening to assigning
 * @param signFor from assigning to signing for it
 * @param reply from assigning, or from a rejected reply, to the reply; assigning may set another
 * @param confirm from the reply to the enterprise's answer
 * @param close from the confirmation to closing
 * @param blueBefore how long before the limit the blue notice is due
 * @param redAfter how long after the limit the red notice is due
 */
public record TicketLimits(int assign, int signFor, int reply, int confirm, int close, int blueBefore, int redAfter) {}
