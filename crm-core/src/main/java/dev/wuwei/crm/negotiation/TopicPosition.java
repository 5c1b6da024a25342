package dev.wuwei.crm.negotiation;

/**
 * Where a topic stands after a round.
 *
 * @param topic what is talked about, for example 地价, 税收, 用电; the same words carry it from round to round
 * @param open still open, so it carries over to the next round by itself
 */
public record TopicPosition(String topic, String theirs, String ours, String agreed, boolean open) {}
