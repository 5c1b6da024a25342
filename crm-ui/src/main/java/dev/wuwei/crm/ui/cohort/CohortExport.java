package dev.wuwei.crm.ui.cohort;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Cohort;
import dev.wuwei.crm.projections.ledger.Cohort.Member;
import dev.wuwei.crm.projections.ledger.Cohort.MemberStay;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Relapse;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All figures of the page, one a row, so that a spreadsheet can filter and turn them. */
final class CohortExport {
    private final List<List<Object>> rows = new ArrayList<>();

    private CohortExport() {}

    static Table of(List<Cohort> cohorts) {
        CohortExport export = new CohortExport();
        List<Integer> months = CohortShare.months(cohorts);
        cohorts.forEach(cohort -> export.add(cohort, months));
        return Table.of(
                "cohorts",
                List.of(
                        t("cohorts.year"),
                        t("cohorts.figure"),
                        t("cockpit.count"),
                        t("cohorts.share-of-count"),
                        t("cockpit.amount"),
                        t("cohorts.share-of-amount"),
                        t("cohorts.median-days")),
                export.rows);
    }

    private void add(Cohort cohort, List<Integer> months) {
        members(cohort, t("cohorts.signed"), cohort.members());
        for (Milestone milestone : Milestone.values()) {
            members(cohort, t("cohorts.so-far", Enums.name(milestone)), cohort.reached(milestone));
            months.stream()
                    .filter(cohort::isAged)
                    .forEach(each -> members(
                            cohort, t("cohorts.within", each, Enums.name(milestone)), cohort.reached(milestone, each)));
        }
        members(cohort, t("cohorts.left"), cohort.left());
        for (PhaseState state : CohortShare.GAPS) {
            stays(cohort, Enums.name(state) + " " + t("cohorts.completed"), cohort.completed(state));
            stays(cohort, Enums.name(state) + " " + t("cohorts.running"), cohort.running(state));
        }
        for (Relapse kind : Relapse.values()) {
            rows.add(Arrays.asList(
                    cohort.year(), Enums.label(kind), cohort.setbacks(kind).size(), null, null, null, null));
        }
    }

    private void members(Cohort cohort, String what, List<Member> members) {
        Figure figure = Cohort.figure(members);
        rows.add(Arrays.asList(
                cohort.year(),
                what,
                figure.count(),
                CohortShare.COUNT.percent(cohort, members),
                figure.in(Currency.CNY).inYi(),
                CohortShare.AMOUNT.percent(cohort, members),
                null));
    }

    private void stays(Cohort cohort, String what, List<MemberStay> stays) {
        rows.add(Arrays.asList(cohort.year(), what, stays.size(), null, null, null, cohort.medianDays(stays)));
    }
}
