package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.target.Pace;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.target.PeriodKind;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The year's targets on the cockpit: reached, of how much, and a line where the time pace is. */
public class TargetCard extends Chart {
    private final TargetDesk desk;
    private final ReachedParts parts;

    /** @param drawer that the rows of a figure open in */
    public TargetCard(TargetDesk desk, SidePanel drawer) {
        super(t("cockpit.targets"), "");
        this.desk = desk;
        parts = new ReachedParts(desk, drawer);
    }

    public void show(int year) {
        // All parks together are the target of those alone who see them all.
        boolean whole = CurrentUser.get().parks().isEmpty();
        List<TargetProgress> targets = desk.progress(year, whole ? ScopeKind.WHOLE : ScopeKind.PARK).stream()
                .filter(one -> one.target().period().kind() == PeriodKind.YEAR)
                .toList();
        Div built = new Div();
        built.addClassName("ww-target-card");
        List<Charts.Paced> bars = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opening = new ArrayList<>();
        for (TargetProgress one : targets) {
            TargetMeasure measure = one.target().measure();
            String name = whole ? Enums.label(measure) : Format.joined(whose(one), Enums.name(measure));
            built.add(row(name, one));
            BigDecimal pace = ReachedParts.pace(one);
            opening.add(one.actual() == null ? null : () -> parts.open(one, whose(one)));
            bars.add(new Charts.Paced(name, one.completion(), pace));
            rows.add(Arrays.asList(
                    name,
                    TargetWords.inUnit(measure, one.actual()),
                    TargetWords.inUnit(measure, one.target().value().number()),
                    TargetWords.unit(measure),
                    Format.percent(one.completion()),
                    Format.percent(pace)));
        }
        if (targets.isEmpty()) {
            built.add(new EmptyState(
                    t("cockpit.targets.none", String.valueOf(year)),
                    "",
                    new Anchor(AsOf.current().link(TargetNavigation.PATH + "?year=" + year), t("menu.target"))));
        }
        setNote(note(targets));
        show(
                built,
                Charts.paces(bars),
                Table.of(
                        "targets-" + year,
                        List.of(
                                t("target.measure"),
                                t("target.actual"),
                                t("target.target"),
                                t("target.unit"),
                                t("target.completion"),
                                t("target.pace")),
                        rows));
        opens(opening);
    }

    /** Said once in the head, where the days make the pace of all of them. */
    private static String note(List<TargetProgress> targets) {
        return targets.stream()
                .filter(one -> one.pace() != null && one.pace().by() == Pace.By.DAYS)
                .findFirst()
                .map(one -> t("cockpit.targets.note", Format.percent(one.pace().share())))
                .orElse("");
    }

    /** The whole or a park: neither is a person whose name would have to be asked for. */
    private static String whose(TargetProgress one) {
        return TargetDesk.name(one.target().scope(), Map.of());
    }

    private Component row(String name, TargetProgress one) {
        Span measure = new Span(name);
        measure.addClassName("ww-target-name");
        measure.setTitle(name);
        Div row = new Div(measure, parts.figure(one, whose(one)), ReachedParts.bar(one), ReachedParts.completion(one));
        row.addClassName("ww-target-line");
        return row;
    }
}
