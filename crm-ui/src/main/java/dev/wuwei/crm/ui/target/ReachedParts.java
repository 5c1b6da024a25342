package dev.wuwei.crm.ui.target;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetView;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.PaceBar;
import dev.wuwei.crm.ui.component.SidePanel;
import dev.wuwei.crm.ui.component.Spans;
import java.math.BigDecimal;

/** What was reached of a target: its figure, which opens to its rows, its bar and its share. */
class ReachedParts {
    private final TargetDesk desk;
    private final SidePanel drawer;

    ReachedParts(TargetDesk desk, SidePanel drawer) {
        this.desk = desk;
        this.drawer = drawer;
    }

    /** {@code 25 / 10 个}; the number opens to its rows. */
    Component figure(TargetProgress progress, String whose) {
        TargetMeasure measure = progress.target().measure();
        Div cell = new Div();
        cell.addClassName("ww-target-reached");
        if (progress.actual() == null) {
            Span nothing = new Span(Format.NOTHING);
            nothing.setTitle(t("target.no-source"));
            cell.add(nothing);
        } else {
            NativeButton open =
                    new NativeButton(TargetWords.number(measure, progress.actual()), event -> open(progress, whose));
            open.addClassName("ww-figure-link");
            open.getElement()
                    .setAttribute(
                            "aria-label",
                            t(
                                    "target.open",
                                    whose,
                                    Enums.name(measure),
                                    TargetWords.withUnit(measure, progress.actual())));
            cell.add(open);
        }
        cell.add(Spans.weak(
                "/ " + TargetWords.withUnit(measure, progress.target().value().number())));
        return cell;
    }

    void open(TargetProgress progress, String whose) {
        TargetView target = progress.target();
        drawer.open(
                new H2(Format.joined(whose, TargetWords.period(target.period()), Enums.name(target.measure()))),
                TargetSources.rows(target, desk));
    }

    static Component bar(TargetProgress progress) {
        return progress.actual() == null
                ? new Span(Format.NOTHING)
                : new PaceBar(progress.completion(), pace(progress), words(progress));
    }

    /** @return where the line on the bar is; {@code null} for none */
    static BigDecimal pace(TargetProgress progress) {
        return progress.pace() == null || !progress.hasBegun()
                ? null
                : progress.pace().share();
    }

    private static String words(TargetProgress progress) {
        return progress.pace() == null
                ? t("target.bar.standing", Format.percent(progress.completion()))
                : t(
                        "target.bar.words",
                        Format.percent(progress.completion()),
                        Format.percent(progress.pace().share()));
    }

    /** Strong where it is behind. */
    static Span completion(TargetProgress progress) {
        Span text = Spans.fixed(Format.percent(progress.completion()));
        text.setClassName(
                "ww-strong", progress.ahead() != null && progress.ahead().signum() < 0);
        return text;
    }
}
