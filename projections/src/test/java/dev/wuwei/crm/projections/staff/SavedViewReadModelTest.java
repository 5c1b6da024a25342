package dev.wuwei.crm.projections.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.staff.SavedViewQuery.SavedView;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.SavedViewEvent.ViewDropped;
import dev.wuwei.crm.staff.SavedViewEvent.ViewSaved;
import dev.wuwei.crm.staff.SavedViewsId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SavedViewReadModelTest extends ReadModelContract {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Override
    protected ReadModel model() {
        return new SavedViewReadModel(dataSource);
    }

    SavedViewReadModelTest() {
        save(story.promoter, "leads", "大纺织", "industry=textile");
        save(story.promoter, "leads", "大纺织", "amount=5..&industry=textile");
        save(story.promoter, "leads", "不要了", "view=mine");
        story.history.record(new ViewDropped(SavedViewsId.of(story.promoter), story.promoter, "leads", "不要了", DAY));
        save(story.promoter, "signings", "今年", "year=2026");
        save(story.leader, "leads", "大纺织", "view=large");
    }

    private void save(StaffId staff, String page, String name, String query) {
        story.history.record(new ViewSaved(SavedViewsId.of(staff), staff, page, name, query, DAY));
    }

    @Test
    void everybody_has_the_views_they_saved_of_a_list_as_they_are_now() {
        SavedViewQuery query = new SavedViewQuery(jdbc);
        assertThat(query.of(story.promoter, "leads"))
                .containsExactly(new SavedView("大纺织", "amount=5..&industry=textile"));
        assertThat(query.of(story.leader, "leads")).containsExactly(new SavedView("大纺织", "view=large"));
        assertThat(query.of(story.leader, "signings")).isEmpty();
    }
}
