package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.FUZEREN;
import static dev.wuwei.crm.demo.DemoStaff.LINGDAO;
import static dev.wuwei.crm.demo.DemoStaff.SHENJI;

import dev.wuwei.crm.publication.OutsideFigureId;
import dev.wuwei.crm.publication.PublicationCommand;
import dev.wuwei.crm.publication.PublicationCommand.PublishReport;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.ReportKind;
import dev.wuwei.crm.shared.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The bulletins of 2023: those of August and November tell the figures of the source texts, those of September and October were
 * overtaken by corrections, and a typed-in summary of the year does not tie to the ledger.
 */
final class DemoPublications {
    private static final String SUMMARY = "工业园区2023年度工作总结和2024年工作计划";
    private static final List<String> MEASURES = List.of("signed", "newlyIntroduced", "arrived", "inTalks");
    private static final List<String> BREAKDOWNS = List.of("industry", "park", "sizeBand", "fiveGap");
    private static final LocalDate JANUARY = LocalDate.of(2023, 1, 1);

    private final List<DemoStep> steps = new ArrayList<>();
    private int entries;

    private DemoPublications() {}

    static List<DemoStep> steps() {
        DemoPublications demo = new DemoPublications();
        demo.bulletin(LocalDate.of(2023, 8, 31), LocalDate.of(2023, 9, 5));
        demo.third();
        demo.corrected(
                demo.bulletin(LocalDate.of(2023, 9, 30), LocalDate.of(2023, 10, 9)),
                "“输变电设备”签约额登记时多写 0.4 亿元，已按协议原件更正；通报数不再改，以系统对照为准。",
                LocalDate.of(2023, 10, 23));
        demo.bulletin(LocalDate.of(2023, 10, 31), LocalDate.of(2023, 11, 6));
        demo.summary(demo.bulletin(LocalDate.of(2023, 11, 30), LocalDate.of(2023, 12, 5)), LocalDate.of(2023, 12, 12));
        return demo.steps;
    }

    private PublicationId bulletin(LocalDate end, LocalDate on) {
        return publish(ReportKind.MONTHLY_BULLETIN, "2023年1–" + end.getMonthValue() + "月招商引资通报", JANUARY, end, on);
    }

    private PublicationId publish(ReportKind kind, String title, LocalDate from, LocalDate to, LocalDate on) {
        PublicationId id = PublicationId.next();
        enter(on, FUZEREN, new PublishReport(id, title, kind, from, to, to, null, MEASURES, BREAKDOWNS, on));
        return id;
    }

    /** It says the same as the bulletin of September. */
    private void third() {
        PublicationId quarter = publish(
                ReportKind.QUARTERLY,
                "2023年第3季度招商引资通报",
                LocalDate.of(2023, 7, 1),
                LocalDate.of(2023, 9, 30),
                LocalDate.of(2023, 10, 7));
        LocalDate on = LocalDate.of(2023, 10, 10);
        enter(on, LINGDAO, new PublicationCommand.WithdrawPublication(quarter, on, "与1–9月通报重复，按月通报为准"));
    }

    private void corrected(PublicationId bulletin, String note, LocalDate on) {
        enter(on, LINGDAO, new PublicationCommand.AnnotatePublication(bulletin, note, on));
    }

    private void summary(PublicationId bulletin, LocalDate on) {
        claim(bulletin, "signed", "246.5", 25, on);
        claim(bulletin, "signed/industry/textile", "45.3", 3, on);
        claim(bulletin, "signed/industry/food", "34.4", 5, on);
        claim(bulletin, "signed/industry/battery", "135.8", 3, on);
        claim(bulletin, "signed/industry/equipment", "30.3", 11, on);
        claim(bulletin, "signed/industry/other", "2.1", 3, on);
        claim(bulletin, "signed/sizeBand/ge5", null, 6, on);
    }

    private void claim(PublicationId bulletin, String line, String yi, int count, LocalDate on) {
        enter(
                on,
                SHENJI,
                new PublicationCommand.RecordOutsideFigure(
                        bulletin,
                        OutsideFigureId.next(),
                        SUMMARY,
                        LocalDate.of(2023, 12, 8),
                        line,
                        yi == null ? null : Money.yi(yi),
                        count,
                        on));
    }

    /** In the evening, after everybody else; what is published has seen everything before it. */
    private void enter(LocalDate day, DemoStaff by, PublicationCommand command) {
        LocalDateTime at = LocalDateTime.of(day, LocalTime.of(19, 0)).plusSeconds(entries++);
        steps.add(new DemoStep(at, by.username, world -> {
            if (command instanceof PublishReport) {
                world.catchUp();
            }
            return command;
        }));
    }
}
