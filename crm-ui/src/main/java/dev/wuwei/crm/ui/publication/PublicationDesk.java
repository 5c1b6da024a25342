package dev.wuwei.crm.ui.publication;

import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Explanation;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationQuery;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CommandRunner;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the screens about published reports ask and send. */
@Component
class PublicationDesk {
    final CommandDialogs dialogs;
    final CommandRunner commands;
    private final PublicationQuery query;
    private final ReportFigures figures;
    private final PolicyQuery policies;
    private final StaffQuery staff;

    PublicationDesk(
            PublicationQuery query,
            ReportFigures figures,
            PolicyQuery policies,
            StaffQuery staff,
            CommandDialogs dialogs,
            CommandRunner commands) {
        this.query = query;
        this.figures = figures;
        this.policies = policies;
        this.staff = staff;
        this.dialogs = dialogs;
        this.commands = commands;
    }

    List<PublicationView> publications() {
        return query.publications(AsOf.current().query(), CurrentUser.get().viewer());
    }

    Optional<PublicationView> find(String publication) {
        try {
            return query.find(
                    new PublicationId(UUID.fromString(publication)),
                    AsOf.current().query(),
                    CurrentUser.get().viewer());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Beside what is known at the instant that one looks at. */
    PublicationComparison compare(PublicationView view) {
        return figures.compare(view, AsOf.current().knownAt());
    }

    Explanation explain(PublicationView view, PublishedLine line) {
        return figures.explain(view, line, AsOf.current().knownAt());
    }

    /** What would be frozen now. */
    List<PublishedLine> preview(ReportQuestion question) {
        return figures.lines(question, null);
    }

    /** @return ids of the counting policies that one may choose from */
    List<String> policies() {
        return policies.all(AsOf.current().query()).stream()
                .map(version -> version.policy().id())
                .toList();
    }

    String policyInForce() {
        return policies.inForce(AsOf.current().query()).id();
    }

    String name(StaffId person) {
        return person == null
                ? Format.NOTHING
                : Optional.ofNullable(staff.names(List.of(person)).get(person))
                        .map(StaffName::name)
                        .orElse(Format.NOTHING);
    }

    static CommandContext context(PublicationView view) {
        return CommandContext.empty()
                .about(view.report().title())
                .with("publicationId", view.publicationId())
                .choose(
                        "line",
                        view.report().lines().stream()
                                .map(line -> new Option(line.key(), PublicationWords.line(line)))
                                .toList());
    }

    /** 1–11月: what the ledger is usually asked for. */
    static List<String> usualMeasures() {
        return List.of("signed", "arrived");
    }

    static List<String> usualBreakdowns() {
        return List.of("industry", "park", "sizeBand", "fiveGap");
    }
}
