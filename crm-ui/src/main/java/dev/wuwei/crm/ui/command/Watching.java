package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Timeline;
import dev.wuwei.crm.ui.component.Watch;
import dev.wuwei.crm.ui.history.HistoryEntries;
import java.util.List;
import java.util.OptionalInt;

/** Watches the aggregate that a dialog's command goes to. */
final class Watching implements Watch {
    private static final int TOLD = 20;

    private final TypedId aggregate;
    private final TimelineQuery timeline;
    private final HistoryEntries entries;
    private List<TimelineEntry> told = List.of();
    private long seen;

    Watching(TypedId aggregate, TimelineQuery timeline, HistoryEntries entries) {
        this.aggregate = aggregate;
        this.timeline = timeline;
        this.entries = entries;
        seen = timeline.lastSequence(aggregate.value());
    }

    TypedId aggregate() {
        return aggregate;
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public List<Timeline.Entry> news() {
        told = timeline.behind(aggregate.value(), seen, TOLD, CurrentUser.get().viewer());
        return entries.tell(told, true);
    }

    /** What is not the user's to see cannot be told; it is known all the same that something is there. */
    @Override
    public void catchUp() {
        seen = told.isEmpty()
                ? timeline.lastSequence(aggregate.value())
                : told.getFirst().sequence();
    }

    /** What the user did just now in another dialog, and nobody else beside, is no news. */
    void ownIsKnown() {
        news();
        StaffId me = CurrentUser.get().id();
        if (told.stream().allMatch(event -> me.equals(event.recordedBy()))) {
            catchUp();
        }
    }

    /** @return the version that the news brought of what the command revises; empty when they brought none */
    OptionalInt version(Class<? extends Command> command) {
        return told.stream()
                .filter(event -> revises(command, event))
                .mapToInt(event -> event.facts().path("version").asInt())
                .findFirst();
    }

    private static boolean revises(Class<? extends Command> command, TimelineEntry event) {
        if (command == NegotiationCommand.ReviseTerms.class) {
            return event.name().equals("negotiation.TermsRevised");
        }
        return command == SigningCommand.AmendAgreement.class && event.facts().has("version");
    }
}
