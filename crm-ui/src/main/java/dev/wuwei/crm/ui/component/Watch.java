package dev.wuwei.crm.ui.component;

import java.util.List;

/** What a form stands on: a record as it was when the form was opened, and what became of it since. */
public interface Watch {
    /** @return sequence of the last event that the user knows of */
    long seen();

    /** @return what happened behind {@link #seen}, the latest first, told as in the history; empty when nothing did */
    List<Timeline.Entry> news();

    /** The user was told of the news and goes on; from here on they are known. */
    void catchUp();
}
