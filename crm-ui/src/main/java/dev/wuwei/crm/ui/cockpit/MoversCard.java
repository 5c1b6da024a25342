package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.MoversQuery.Mover;
import dev.wuwei.crm.projections.ledger.MoversQuery.Movers;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 变动最大: the projects that moved most in the last days, each with what moved and the way to its file and its history. */
class MoversCard extends Chart {
    /** How far back is looked. */
    private enum Within {
        WEEK(7),
        MONTH(30),
        QUARTER(90),
        YEAR(365);

        private final int days;

        Within(int days) {
            this.days = days;
        }
    }

    private static final String MOVED = "moved";
    private static final int SHOWN = 8;
    private static final int LISTED = 200;

    private final CockpitDesk desk;
    private final Select<Within> within = new Select<>();

    MoversCard(CockpitDesk desk) {
        super(t("cockpit.movers"), "");
        this.desk = desk;
        within.setItems(Within.values());
        within.setItemLabelGenerator(each -> t("cockpit.movers.days", each.days));
        within.setAriaLabel(t("cockpit.movers.period"));
        within.addClassName("ww-movers-within");
        within.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Address.put(MOVED, event.getValue() == Within.MONTH ? null : Address.word(event.getValue()));
            }
        });
        beside(within);
    }

    void show(CockpitYear shown) {
        Within asked = Address.choice(MOVED, Within.class, () -> Within.MONTH);
        within.setValue(asked);
        LocalDate after = shown.day().dayOrToday().minusDays(asked.days);
        Movers movers = desk.movers.movers(after, LISTED, shown.point(), shown.viewer());
        setNote(note(movers));
        show(built(movers, asked.days), picture(movers), table(movers, asked.days));
        opens(movers.rows().stream()
                .<SerializableRunnable>map(
                        mover -> () -> ProjectNavigation.open(mover.now().projectNo()))
                .toList());
    }

    private static Component built(Movers movers, int back) {
        if (movers.rows().isEmpty()) {
            return new EmptyState(t("cockpit.movers.none", back), "");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("ww-brief");
        movers.rows().stream().limit(SHOWN).forEach(mover -> list.add(row(mover)));
        return list;
    }

    /** Of those that the list shows, what they signed or are worth. */
    private static Map<String, ?> picture(Movers movers) {
        List<Mover> shown = movers.rows().stream().limit(SHOWN).toList();
        return Charts.ranked(
                shown.stream().map(mover -> mover.now().name()).toList(),
                shown.stream()
                        .map(mover -> mover.signed().isNothing()
                                ? CockpitCards.yi(mover.now().amount())
                                : mover.signed().in(Currency.CNY).shownInYi())
                        .toList());
    }

    private static String note(Movers movers) {
        if (movers.total() == 0) {
            return "";
        }
        String projects = t(
                movers.total() > LISTED ? "cockpit.movers.count-listed" : "cockpit.movers.count",
                Format.count(movers.total()),
                LISTED);
        return movers.signed().isNothing()
                ? projects
                : Format.joined(
                        projects,
                        t(
                                "cockpit.movers.signed",
                                Format.signed(movers.signed().in(Currency.CNY).shownInYi(), 2)));
    }

    private static ListItem row(Mover mover) {
        String no = mover.now().projectNo();
        Anchor name = new Anchor(ProjectNavigation.link(no), mover.now().name());
        name.addClassNames("ww-plain-link", "ww-brief-name");
        Span amount = Spans.fixed(amount(mover));
        amount.setClassName("ww-strong", !mover.signed().isNothing());
        amount.setClassName("ww-3", mover.signed().isNothing());
        Anchor history = new Anchor(ProjectNavigation.link(no, "history"), Icon.HISTORY.create());
        history.getElement()
                .setAttribute(
                        "aria-label", t("cockpit.movers.history", mover.now().name()));
        history.setTitle(t("cockpit.movers.history", mover.now().name()));
        history.addClassName("ww-brief-icon");
        Div first = new Div(name, amount, history);
        first.addClassName("ww-brief-line");
        return new ListItem(first, what(mover));
    }

    private static Component what(Mover mover) {
        Span what = Spans.note(moves(mover));
        what.addClassName("ww-brief-note");
        return what;
    }

    /** Signed into the year's figure with its sign; else what it is worth, weak. */
    private static String amount(Mover mover) {
        return mover.signed().isNothing()
                ? Format.money(mover.now().amount())
                : t(
                        "cockpit.movers.signed",
                        Format.signed(mover.signed().in(Currency.CNY).shownInYi(), 2));
    }

    /** {@code 深入洽谈 → 签约未开工　预计 3.00亿元 → 3.20亿元}. */
    private static String moves(Mover mover) {
        return Stream.of(stage(mover), status(mover), estimate(mover))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("　"));
    }

    private static String stage(Mover mover) {
        return mover.isStageMoved()
                ? arrow(stageBefore(mover), Enums.name(mover.now().stage()))
                : null;
    }

    private static String stageBefore(Mover mover) {
        return mover.before() == null
                ? t("cockpit.movers.new")
                : Enums.name(mover.before().stage());
    }

    private static String status(Mover mover) {
        ProjectStatus now = mover.now().status();
        return mover.isStatusMoved() ? t("cockpit.status." + Address.word(now)) : null;
    }

    private static String estimate(Mover mover) {
        return mover.isAmountMoved()
                ? arrow(
                        Format.money(mover.before().amount()),
                        Format.money(mover.now().amount()))
                : null;
    }

    private static String arrow(String from, String to) {
        return from + " → " + to;
    }

    private static Table table(Movers movers, int back) {
        List<List<Object>> rows = new ArrayList<>();
        for (Mover mover : movers.rows()) {
            rows.add(Arrays.asList(
                    mover.now().projectNo(),
                    mover.now().name(),
                    stageBefore(mover),
                    Enums.name(mover.now().stage()),
                    status(mover),
                    mover.before() == null ? null : Format.money(mover.before().amount()),
                    Format.money(mover.now().amount()),
                    mover.signed().in(Currency.CNY).shownInYi()));
        }
        return Table.of(
                "movers-" + back,
                List.of(
                        t("project.no"),
                        t("project.name"),
                        t("cockpit.movers.stage-before"),
                        t("cockpit.movers.stage-now"),
                        t("cockpit.movers.status"),
                        t("cockpit.movers.amount-before"),
                        t("cockpit.movers.amount-now"),
                        t("cockpit.movers.signed-yi")),
                rows);
    }
}
