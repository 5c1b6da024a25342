package dev.wuwei.crm.ui.cockpit;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.function.SerializableRunnable;
import dev.wuwei.crm.projections.ledger.FunnelQuery.Step;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Chart;
import dev.wuwei.crm.ui.component.Charts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** 转化漏斗: how far the leads of the year came, what share went on, and how long that took. */
class FunnelCard extends Chart {
    private static final List<Stage> STEPS = List.of(
            Stage.LEAD,
            Stage.FIRST_CONTACT,
            Stage.IN_DEPTH,
            Stage.IN_REVIEW,
            Stage.SIGNED,
            Stage.STARTED,
            Stage.PRODUCING);

    private final CockpitDesk desk;
    private final Sources sources;

    FunnelCard(CockpitDesk desk, Sources sources) {
        super(t("cockpit.funnel"), "", "330px");
        this.desk = desk;
        this.sources = sources;
    }

    void show(CockpitYear shown) {
        List<Step> steps = desk.funnel.funnel(STEPS, shown.first(), shown.last(), shown.point(), shown.viewer());
        List<Charts.Step> bars = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<SerializableRunnable> opening = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String name = t("cockpit.step." + Address.word(step.stage()));
            bars.add(new Charts.Step(
                    name,
                    step.reached(),
                    i + 1 < steps.size() ? onwards(steps.get(i + 1)) : "",
                    step.stage() == Stage.SIGNED));
            rows.add(Arrays.asList(
                    name,
                    step.reached(),
                    step.conversion() == null ? null : Format.percent(step.conversion()),
                    step.medianDays()));
            opening.add(
                    step.reached() == 0
                            ? null
                            : () -> sources.projects(
                                    t("cockpit.funnel.of", String.valueOf(shown.year()), name),
                                    desk.funnel.reached(
                                            step.stage(), shown.first(), shown.last(), shown.point(), shown.viewer())));
        }
        setNote(t("cockpit.funnel.sub", String.valueOf(shown.year())));
        show(
                Charts.funnel(bars),
                Table.of(
                        "funnel-" + shown.year(),
                        List.of(t("cockpit.stage"), t("cockpit.reached"), t("cockpit.conversion"), t("cockpit.median")),
                        rows),
                t(
                        "cockpit.funnel.alternative",
                        Format.count(steps.getFirst().reached()),
                        Format.count(steps.get(STEPS.indexOf(Stage.SIGNED)).reached())));
        opens(opening);
    }

    private static String onwards(Step next) {
        return next.medianDays() == null
                ? ""
                : t("cockpit.funnel.note", Format.percent(next.conversion()), Format.count(next.medianDays()));
    }
}
