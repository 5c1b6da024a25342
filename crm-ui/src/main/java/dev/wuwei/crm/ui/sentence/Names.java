package dev.wuwei.crm.ui.sentence;

import dev.wuwei.crm.shared.TypedId;

/** Turns an id in a sentence into the name it has for people: staff, teams, leads, investors. */
@FunctionalInterface
public interface Names {
    /** @return the name, or {@code null} when nobody knows it */
    String nameOf(TypedId id);
}
