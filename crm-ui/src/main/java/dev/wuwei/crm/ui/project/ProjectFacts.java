package dev.wuwei.crm.ui.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a project's dialogs choose from: its visits, rounds, open review, entries of capital; its latest terms. */
final class ProjectFacts {
    private static final int ALL = 1000;

    private final List<Option> visits = new ArrayList<>();
    private final List<Option> rounds = new ArrayList<>();
    private final List<Option> entries = new ArrayList<>();
    private final List<Option> reviews = new ArrayList<>();
    private int termsVersion;

    static ProjectFacts of(ProjectRow row, TimelineQuery timeline) {
        ProjectFacts facts = new ProjectFacts();
        timeline.history(
                        row.projectId(),
                        HistoryFilter.of(row.projectId())
                                .withNames(Set.of(
                                        "lead.VisitLogged",
                                        "negotiation.RoundLogged",
                                        "negotiation.TermsRevised",
                                        "negotiation.AdmissionReviewRequested",
                                        "signing.CapitalArrived",
                                        "signing.ForeignCapitalUsed")),
                        HistoryOrder.RECORDED,
                        null,
                        ALL,
                        CurrentUser.get().viewer(),
                        AsOf.NOW)
                .forEach(facts::take);
        return facts;
    }

    private void take(TimelineEntry event) {
        switch (event.name()) {
            case "lead.VisitLogged" -> visits.add(option(event, "visitId", event.facts().path("visit").path("summary")));
            case "negotiation.RoundLogged" -> rounds.add(option(event, "roundId", event.facts().path("round").path("summary")));
            case "negotiation.AdmissionReviewRequested" -> reviews.add(option(event, "reviewId", null));
            case "negotiation.TermsRevised" -> termsVersion = Math.max(termsVersion, event.facts().path("version").asInt());
            default -> entries.add(option(event, "entryId", event.facts().path("proof")));
        }
    }

    private static Option option(TimelineEntry event, String id, JsonNode text) {
        String words = text == null ? "" : "　" + shortened(text.asText(""));
        return new Option(event.fact(id), Format.date(event.occurredOn()) + words);
    }

    private static String shortened(String text) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }

    CommandContext into(CommandContext context) {
        context.choose("visitId", visits)
                .choose("roundId", rounds)
                .choose("entryId", entries)
                .choose("reviewId", reviews);
        if (!reviews.isEmpty()) {
            context.with("reviewId", dev.wuwei.crm.negotiation.ReviewId.of(reviews.getFirst().code()));
        }
        return context.with("termsVersion", termsVersion);
    }
}
