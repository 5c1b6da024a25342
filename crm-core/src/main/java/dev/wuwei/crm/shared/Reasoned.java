package dev.wuwei.crm.shared;

/**
 * A command that goes back or corrects, and so says why. The reason travels in the event's metadata, where the history
 * finds it for every kind of event alike.
 */
public interface Reasoned {
    String reason();
}
