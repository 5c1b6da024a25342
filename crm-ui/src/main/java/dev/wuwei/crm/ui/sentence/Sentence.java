package dev.wuwei.crm.ui.sentence;

/**
 * What happened, in one sentence.
 *
 * @param actor who entered it, as shown in bold at the start
 * @param predicate what that person did
 * @param reason why, or {@code null}
 * @param text all of it
 */
public record Sentence(String actor, String predicate, String reason, String text) {}
