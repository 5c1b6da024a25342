package dev.wuwei.crm.negotiation;

import java.time.LocalDate;

/**
 * Asks a body for its opinion.
 *
 * @param bodyCode reviewing body (dictionary)
 * @param dueOn by default within the working days that the policy allows
 */
public record OpinionRequest(ReviewTopic topic, String bodyCode, LocalDate dueOn) {}
