package dev.wuwei.crm.ui.sentence;

/**
 * One field before and after an event.
 *
 * @param label name of the field in the reader's language
 * @param before in words, or {@code null} when it was not set
 * @param after in words, or {@code null} when it was cleared
 */
public record Change(String label, String before, String after) {}
