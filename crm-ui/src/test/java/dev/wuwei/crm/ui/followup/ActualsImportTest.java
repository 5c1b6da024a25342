package dev.wuwei.crm.ui.followup;

import static dev.wuwei.crm.ui.followup.ActualsSheetTest.filled;
import static dev.wuwei.crm.ui.followup.ActualsSheetTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.Today;
import dev.wuwei.crm.ui.followup.ActualsImport.Outcome;
import dev.wuwei.crm.ui.followup.ActualsSheet.Problem;
import dev.wuwei.crm.ui.testing.SmallPark;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.function.Consumer;
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
                .containsExactly(tuple("3", "actuals-sheet.refused"));
        assertThat(events()).isEqualTo(before);

        Outcome stored = take(sheet -> {
            row(sheet, 2, no, last.toString(), 100);
            row(sheet, 3, no, last.minusMonths(1).toString(), 90);
        });
        assertThat(stored).isEqualTo(new Outcome(2, java.util.List.of()));
        assertThat(events()).isEqualTo(before + 2);
        assertThat(take(sheet -> row(sheet, 2, no, last.toString(), 100)).problems())
                .extracting(Problem::key)
                .containsExactly("actuals-sheet.reported");
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
