package dev.wuwei.crm.ui.tenure;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.projections.tenure.Tenure;
import dev.wuwei.crm.projections.tenure.Tenure.Held;
import dev.wuwei.crm.projections.tenure.Tenure.Project;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.WordSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tenure on paper: as a spreadsheet, one line for each project in hand, move and deed; as a Word document in their sections. */
final class TenureSheet {
    /** @param what is told of it: where it stands, from whom or to whom it went, what was done */
    private record Line(String section, LocalDate on, Project project, String what, String more) {}

    private final Tenure tenure;
    private final List<Line> lines = new ArrayList<>();

    private TenureSheet(Tenure tenure) {
        this.tenure = tenure;
        held(t("tenure.opening"), tenure.opening());
        tenure.moves()
                .forEach(move -> lines.add(
                        new Line(t("tenure.moves"), move.on(), move.project(), TenureWords.move(move), null)));
        tenure.deeds()
                .forEach(deed -> lines.add(new Line(
                        t("tenure.done"),
                        deed.on(),
                        deed.project(),
                        Enums.label(deed.kind()),
                        TenureWords.what(deed))));
        held(t("tenure.closing"), tenure.closing());
    }

    private void held(String section, List<Held> all) {
        all.forEach(held -> lines.add(
                new Line(section, held.since(), held.project(), Enums.name(held.stage()), TenureWords.light(held))));
    }

    private static List<String> heads() {
        return List.of(
                t("tenure.on"),
                t("project.no"),
                t("cockpit.project"),
                t("tenure.what"),
                t("tenure.detail"),
                t("tenure.amount-wan"));
    }

    static Table table(Tenure tenure) {
        List<String> heads = new ArrayList<>(List.of(t("tenure.section")));
        heads.addAll(heads());
        return Table.of(
                t("tenure.file", tenure.name()),
                heads,
                new TenureSheet(tenure)
                        .lines.stream()
                                .map(line -> Arrays.<Object>asList(
                                        line.section(),
                                        line.on(),
                                        line.project().projectNo(),
                                        line.project().name(),
                                        line.what(),
                                        line.more(),
                                        wan(line.project())))
                                .toList());
    }

    /** A dollar amount of an estimate says so in words. */
    private static Object wan(Project project) {
        return project.amount() == null
                ? null
                : switch (project.amount().currency()) {
                    case CNY -> (BigDecimal) project.amount().inWan();
                    case USD -> Format.money(project.amount());
                };
    }

    static WordSheet word(Tenure tenure) {
        List<List<String>> rows = new ArrayList<>();
        String section = null;
        for (Line line : new TenureSheet(tenure).lines) {
            if (!line.section().equals(section)) {
                section = line.section();
                rows.add(List.of(section));
            }
            rows.add(List.of(
                    Format.date(line.on()),
                    line.project().projectNo(),
                    line.project().name(),
                    line.what(),
                    Format.text(line.more()),
                    Format.wan(line.project().amount())));
        }
        return new WordSheet(
                t("tenure.title", tenure.name(), Enums.label(tenure.capacity())),
                List.of(
                        t("tenure.period", Format.date(tenure.from()), Format.date(tenure.to())),
                        t(
                                "tenure.balance",
                                TenureWords.figure(Tenure.held(tenure.opening())),
                                tenure.moves().stream()
                                        .filter(move -> move.kind().isIn())
                                        .count(),
                                tenure.moves().stream()
                                        .filter(move -> !move.kind().isIn())
                                        .count(),
                                TenureWords.figure(Tenure.held(tenure.closing())))),
                heads(),
                rows,
                List.of(t("tenure.rule")));
    }
}
