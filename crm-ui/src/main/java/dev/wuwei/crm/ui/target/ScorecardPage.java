package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.target.ScorecardView;
import dev.wuwei.crm.projections.target.ScorecardView.Score;
import dev.wuwei.crm.projections.target.ScorecardView.Standing;
import dev.wuwei.crm.projections.target.ScorecardView.Version;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scorecard of parks, teams or people in a year: its items, the ranking, and how each point came about. */
class ScorecardPage extends Div {
    private final TargetDesk desk;
    private final SidePanel drawer;
    private final Runnable changed;
    private final ScorecardView card;
    private final Map<StaffId, StaffName> people;

    ScorecardPage(TargetDesk desk, SidePanel drawer, int year, ScopeKind over, Runnable changed) {
        this.desk = desk;
        this.drawer = drawer;
        this.changed = changed;
        card = desk.scorecards(year).stream()
                .filter(each -> each.over() == over)
                .findFirst()
                .orElse(null);
        people = card == null
                ? Map.of()
                : desk.people(card.ranking().stream().map(Standing::scope).toList());
        addClassName("ww-target-page");
        if (card == null) {
            add(new EmptyState(
                    t("target.scorecard.none", String.valueOf(year), Enums.name(over)),
                    t(
                            desk.dialogs.maySend(TargetDesk.DEFINE)
                                    ? "target.scorecard.none.note"
                                    : "target.scorecard.none.wait")));
            return;
        }
        add(ranking(), definition());
    }

    boolean isDefined() {
        return card != null;
    }

    private Component ranking() {
        List<String> heads = new ArrayList<>(List.of(t("target.place"), Enums.label(card.over())));
        card.inForce().items().forEach(item -> heads.add(ScoreWords.item(item)));
        heads.add(t("target.total"));
        PlainTable table = PlainTable.headed(heads);
        int columns = heads.size();
        int[] numbers = new int[columns - 1];
        numbers[0] = 0;
        for (int i = 2; i < columns; i++) {
            numbers[i - 1] = i;
        }
        table.numbers(numbers).cards(2);
        table.addClassName("ww-target-ranking");
        for (Standing standing : card.ranking()) {
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(String.valueOf(standing.place())));
            cells.add(new Span(TargetDesk.name(standing.scope(), people)));
            standing.scores().forEach(score -> cells.add(new Span(TargetWords.points(score.points()))));
            cells.add(total(standing));
            table.row(cells.toArray(Component[]::new));
        }
        if (card.ranking().isEmpty()) {
            return new EmptyState(t("target.scorecard.nobody"), t("target.scorecard.nobody.note"));
        }
        Version version = card.inForce();
        Section section = new Section(
                version.name(),
                Format.joined(
                        t("target.version", String.valueOf(version.number()), Format.date(version.on())),
                        t("target.figures-on", Format.date(card.day()))),
                table.framed());
        section.aside(
                desk.dialogs.menu(TargetDesk.CARD_CHANGES, () -> TargetDesk.changing(card), done -> changed.run()));
        return section;
    }

    private Component total(Standing standing) {
        NativeButton open = new NativeButton(
                TargetWords.points(standing.total()),
                event -> drawer.open(
                        new H2(t(
                                "target.explained",
                                TargetDesk.name(standing.scope(), people),
                                TargetWords.points(standing.total()),
                                String.valueOf(standing.place()))),
                        explanation(standing)));
        open.addClassNames("ww-figure-link", "ww-strong");
        open.getElement()
                .setAttribute(
                        "aria-label",
                        t(
                                "target.explain",
                                TargetDesk.name(standing.scope(), people),
                                TargetWords.points(standing.total())));
        return open;
    }

    private static Component explanation(Standing standing) {
        PlainTable table =
                new PlainTable("target.item", "target.figure", "target.reckoned", "target.points").numbers(3);
        for (Score score : standing.scores()) {
            Div item = new Div(new Span(ScoreWords.item(score.item())), Spans.note(ScoreWords.rule(score.item())));
            item.addClassName("ww-stack");
            table.row(
                    item,
                    new Span(ScoreWords.figure(score)),
                    new Span(ScoreWords.reckoned(score)),
                    Spans.fixed(TargetWords.points(score.points())));
        }
        table.total(t("target.total"), "", "", TargetWords.points(standing.total()));
        return table.framed();
    }

    private Component definition() {
        PlainTable table =
                new PlainTable("target.item", "target.formula", "target.points", "target.limit").numbers(2, 3);
        for (ScoreItem item : card.inForce().items()) {
            table.row(
                    ScoreWords.item(item),
                    ScoreWords.rule(item),
                    TargetWords.plain(item.points()),
                    TargetWords.plain(item.limit()));
        }
        Section section = new Section(
                t("target.definition"),
                card.versions().size() == 1
                        ? ""
                        : t("target.versions", String.valueOf(card.versions().size())),
                table.framed());
        if (card.versions().size() > 1) {
            Button all = new Button(
                    t("target.all-versions"), event -> drawer.open(new H2(t("target.all-versions")), versions()));
            all.addThemeVariants(ButtonVariant.TERTIARY);
            section.aside(all);
        }
        return section;
    }

    private Component versions() {
        Div all = new Div();
        all.addClassName("ww-target-source");
        List<Version> versions = card.versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version version = versions.get(i);
            PlainTable table =
                    new PlainTable("target.item", "target.formula", "target.points", "target.limit").numbers(2, 3);
            version.items()
                    .forEach(item -> table.row(
                            ScoreWords.item(item),
                            ScoreWords.rule(item),
                            TargetWords.plain(item.points()),
                            TargetWords.plain(item.limit())));
            Section section = new Section(
                    t("target.version", String.valueOf(version.number()), Format.date(version.on())),
                    Format.joined(desk.person(version.by()), version.reason()),
                    table.framed());
            if (i == versions.size() - 1) {
                section.aside(Badges.state(t("target.in-force")));
            }
            all.add(section);
        }
        return all;
    }

    Table table() {
        if (card == null) {
            return Table.of("scorecard", List.of(), List.of());
        }
        List<String> heads = new ArrayList<>(List.of(t("target.place"), Enums.label(card.over())));
        card.inForce().items().forEach(item -> {
            heads.add(ScoreWords.item(item) + " " + ScoreWords.figureHead(item));
            heads.add(ScoreWords.item(item) + " " + t("target.points"));
        });
        heads.add(t("target.total"));
        List<List<Object>> rows = new ArrayList<>();
        for (Standing standing : card.ranking()) {
            List<Object> row = new ArrayList<>();
            row.add(standing.place());
            row.add(TargetDesk.name(standing.scope(), people));
            standing.scores().forEach(score -> {
                row.add(ScoreWords.exported(score));
                row.add(score.points());
            });
            row.add(standing.total());
            rows.add(row);
        }
        return Table.of("scorecard-" + card.year(), heads, rows);
    }
}
