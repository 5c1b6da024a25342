package dev.wuwei.crm.ui.project;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.HistoryFilter;
import dev.wuwei.crm.projections.timeline.HistoryOrder;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.Topic;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.history.HistoryEntries;
import java.time.LocalDate;
import java.util.Set;

/** 协议承诺: what both sides promised in the version in force on the day, and how the agreement came to be what it is. */
class AgreementTab extends Composite<Div> {
    private static final Set<String> VERSIONS =
            Set.of("signing.AgreementSigned", "signing.AgreementUpgraded", "signing.AgreementAmended");

    AgreementTab(ProjectRow row, TimelineQuery timeline, HistoryEntries entries) {
        getContent().addClassName("ww-agreement");
        JsonNode terms = timeline
                .history(
                        row.projectId(),
                        HistoryFilter.of(row.projectId()).withNames(VERSIONS),
                        HistoryOrder.RECORDED,
                        null,
                        1,
                        CurrentUser.get().viewer(),
                        AsOf.current().query())
                .stream()
                .findFirst()
                .map(event -> event.facts().path("terms"))
                .orElse(null);
        if (terms == null) {
            getContent().add(new EmptyState(t("agreement.none"), t("agreement.none.note")));
            return;
        }
        getContent()
                .add(
                        new Section(
                                t("agreement.company"),
                                count(terms.path("companyCommitments")),
                                company(terms.path("companyCommitments"))),
                        new Section(
                                t("agreement.government"),
                                count(terms.path("governmentCommitments")),
                                government(terms.path("governmentCommitments"))),
                        new Section(
                                t("agreement.course"),
                                "",
                                new TopicHistory(
                                        row.projectId(), Set.of(Topic.AGREEMENT, Topic.CAPITAL), timeline, entries)));
    }

    private static String count(JsonNode list) {
        return t("agreement.items", list.size());
    }

    private static PlainTable company(JsonNode commitments) {
        PlainTable table = new PlainTable(
                "agreement.clause",
                "agreement.promise",
                "agreement.value",
                "agreement.due",
                "agreement.evidence",
                "agreement.consequence");
        commitments.forEach(one -> {
            String phase = one.path("phase").asText("");
            String operator = one.hasNonNull("operator")
                    ? Enums.name(CompanyCommitment.Operator.valueOf(
                            one.path("operator").asText()))
                    : "";
            table.row(
                    one.path("clause").asText(),
                    (phase.isEmpty() || phase.equals("null") ? "" : phase + " ")
                            + Enums.name(Metric.valueOf(one.path("metric").asText())),
                    operator + " " + one.path("value").asText("") + " " + text(one, "unit"),
                    due(one.path("due")),
                    text(one, "evidence"),
                    text(one, "consequence"));
        });
        return table;
    }

    private static PlainTable government(JsonNode commitments) {
        PlainTable table = new PlainTable(
                "agreement.clause", "agreement.kind", "agreement.promise", "agreement.due", "agreement.responsible");
        commitments.forEach(one -> table.row(
                one.path("clause").asText(),
                Enums.name(GovernmentCommitment.Kind.valueOf(one.path("kind").asText())),
                text(one, "promise"),
                due(one.path("due")),
                text(one, "responsible")));
        return table;
    }

    private static String due(JsonNode rule) {
        if (rule.isMissingNode() || rule.isNull()) {
            return Format.NOTHING;
        }
        if (rule.hasNonNull("on")) {
            return Format.date(LocalDate.parse(rule.path("on").asText()));
        }
        return t(
                "agreement.months-after",
                Enums.name(DueRule.Anchor.valueOf(rule.path("anchor").asText())),
                rule.path("months").asInt());
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : "";
    }
}
