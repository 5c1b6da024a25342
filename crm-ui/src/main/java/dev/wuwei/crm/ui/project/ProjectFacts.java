package dev.wuwei.crm.ui.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineEntry;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    private JsonNode profile;
    private JsonNode terms;
    private int termsVersion;

    static ProjectFacts of(ProjectRow row, TimelineQuery timeline) {
        ProjectFacts facts = new ProjectFacts();
        timeline.history(
                        row.projectId(),
                        HistoryFilter.of(row.projectId())
                                .withNames(Set.of(
                                        "lead.LeadRegistered",
                                        "lead.LeadRevised",
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
            case "lead.VisitLogged" ->
                visits.add(option(event, "visitId", event.facts().path("visit").path("summary")));
            case "negotiation.RoundLogged" ->
                rounds.add(option(event, "roundId", event.facts().path("round").path("summary")));
            case "negotiation.AdmissionReviewRequested" -> reviews.add(option(event, "reviewId", null));
            case "lead.LeadRegistered", "lead.LeadRevised" ->
                profile = profile == null ? event.facts().path("profile") : profile;
            case "negotiation.TermsRevised" -> {
                if (terms == null) {
                    terms = event.facts().path("terms");
                    termsVersion = event.facts().path("version").asInt();
                }
            }
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
            context.with(
                    "reviewId",
                    dev.wuwei.crm.negotiation.ReviewId.of(reviews.getFirst().code()));
        }
        if (profile != null) {
            fill(context, "details.", profile);
        }
        if (terms != null) {
            fill(context, "terms.", terms);
            money(context, "terms.totalInvestment", terms.path("totalInvestment"));
        }
        return context.with(NegotiationCommand.ReviseTerms.class, "baseVersion", termsVersion);
    }

    /** What was recorded last stands in the form when it is revised. */
    private static void fill(CommandContext context, String prefix, JsonNode recorded) {
        recorded.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            String path = prefix + field.getKey();
            if (value.hasNonNull("code")) {
                context.with(path + "Code", value.path("code").asText());
            } else if (value.hasNonNull("currency")) {
                money(context, path, value);
            } else if (value.hasNonNull("unit") && value.hasNonNull("value")) {
                context.with(
                        path,
                        new Area(
                                new BigDecimal(value.path("value").asText()),
                                AreaUnit.valueOf(value.path("unit").asText())));
            } else if (value.isTextual()) {
                text(context, path, value.asText());
            } else if (value.isNumber()) {
                context.with(path, field.getKey().equals("jobs") ? (Object) value.asInt() : value.decimalValue());
            }
        });
    }

    private static void text(CommandContext context, String path, String text) {
        if (path.endsWith("On") && text.length() == 10) {
            context.with(path, LocalDate.parse(text));
        } else if (path.endsWith("investorId")) {
            context.with(path, InvestorId.of(text));
        } else {
            context.with(path, text);
        }
    }

    private static void money(CommandContext context, String path, JsonNode money) {
        if (money.hasNonNull("amount")) {
            context.with(
                    path,
                    new Money(
                            new BigDecimal(money.path("amount").asText()),
                            Currency.valueOf(money.path("currency").asText())));
        }
    }
}
