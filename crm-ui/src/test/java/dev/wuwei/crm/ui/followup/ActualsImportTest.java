package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.followup.ActualsSheetTest.filled;
import static dev.wuwei.crm.ui.followup.ActualsSheetTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.followup.ActualsImport.Outcome;
import dev.wuwei.crm.ui.followup.ActualsSheet.Problem;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActualsImportTest extends ViewTest {
    @Autowired
    private ActualsImport actuals;

    @Autowired
    private ProjectQuery projects;

    private Outcome take(Consumer<Sheet> fill) throws IOException {
        return actuals.take(new ByteArrayInputStream(filled(fill)));
    }

    private String number(String name) {
        return projects.search(name, 1, Viewer.everything()).getFirst().projectNo();
    }

    @Test
    void takes_over_all_rows_or_none_and_no_month_twice() throws IOException {
        signIn("fuzeren");
        String no = number(SmallPark.BUILDING);
        YearMonth last = YearMonth.from(Today.date()).minusMonths(1);
        long before = events();

        Outcome refused = take(sheet -> {
            row(sheet, 2, no, last.toString(), 100);
            row(sheet, 3, no, last.toString(), 100);
            row(sheet, 4, "ZS-1999-0001", last.toString(), 100);
            row(sheet, 5, no, last.plusMonths(1).toString(), 100);
        });
        assertThat(refused.problems())
                .extracting(Problem::cell, Problem::key)
                .containsExactly(
                        tuple("B3", "actuals-sheet.twice"),
                        tuple("A4", "actuals-sheet.unknown-project"),
                        tuple("B5", "actuals-sheet.not-over"));
        assertThat(events()).as("nothing was stored").isEqualTo(before);

        Outcome nothingSaid = take(sheet -> {
            row(sheet, 2, no, last.toString(), 100);
            row(sheet, 3, no, last.minusMonths(1).toString(), 0).getCell(2).setBlank();
        });
        assertThat(nothingSaid.problems())
                .as("the write side has the last word")
                .extracting(Problem::cell, Problem::key)
                .containsExactly(tuple("C3", "actuals-sheet.refused"));
        assertThat(events()).isEqualTo(before);

        Outcome stored = take(sheet -> {
            row(sheet, 2, no, last.toString(), 100);
            row(sheet, 3, no, last.minusMonths(1).toString(), 90);
        });
        assertThat(stored).isEqualTo(new Outcome(2, List.of()));
        assertThat(events()).isEqualTo(before + 2);
        assertThat(take(sheet -> row(sheet, 2, no, last.toString(), 100)).problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.reported");
    }

    @Test
    void every_refused_row_is_listed_with_its_column_and_why_and_the_list_can_be_taken_along() throws IOException {
        signIn("fuzeren");
        String no = number(SmallPark.BUILDING);
        YearMonth first = YearMonth.from(Today.date()).minusMonths(12);
        long before = events();

        List<Problem> problems = take(sheet -> {
                    row(sheet, 2, no, first.toString(), 0).getCell(2).setBlank();
                    row(sheet, 3, no, first.plusMonths(1).toString(), 80);
                    row(sheet, 4, no, "去年", -1);
                    Row jobs = row(sheet, 5, no, first.plusMonths(2).toString(), 80);
                    jobs.createCell(5).setCellValue(2_000_000);
                    row(sheet, 6, "ZS-1999-0001", first.toString(), 80);
                })
                .problems();

        assertThat(events()).as("nothing was stored").isEqualTo(before);
        List<List<Object>> listed = new ArrayList<>();
        ActualsDialog.table(problems).rows().accept(listed::add);
        assertThat(listed)
                .containsExactly(
                        List.of(2, "产值（万元）", "产值、收入、税收、就业、投资至少填一项。"),
                        List.of(4, "月份（2023-11）", "月份应写成 2023-11 或日期。"),
                        List.of(4, "产值（万元）", "应为不小于零的数，最多六位小数。"),
                        List.of(5, "就业（人）", "就业人数在 0 到 1000000 之间。"),
                        List.of(6, "项目编号", "没有编号为 ZS-1999-0001 的项目，或不在您的范围。"));
        assertThat(ActualsDialog.words(problems.getFirst())).isEqualTo("第 2 行“产值（万元）”：产值、收入、税收、就业、投资至少填一项。");
        UI.getCurrent().setLocale(I18n.ENGLISH);
        assertThat(ActualsDialog.words(problems.get(1))).startsWith("Row 4, Month");
    }

    @Test
    void others_are_not_offered_the_import() {
        signIn("lingdao");
        open("returns");
        assertThat(words(view())).doesNotContain("导入企业实绩");
        signIn("fuzeren");
        open("returns");
        assertThat(words(view())).contains("导入企业实绩");
    }
}
