package dev.wuwei.crm.staff;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.SavedViewCommand.DropView;
import dev.wuwei.crm.staff.SavedViewCommand.SaveView;
import dev.wuwei.crm.staff.SavedViewEvent.ViewDropped;
import dev.wuwei.crm.staff.SavedViewEvent.ViewSaved;
import dev.wuwei.crm.testing.AggregateScenario;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavedViewsTest {
    private static final SavedViewsId OWN = SavedViewsId.of(SENDER);
    private static final String LARGE_TEXTILE = "amount=5..&industry=textile";
    private static final ViewSaved SAVED = saved("leads", "大纺织", LARGE_TEXTILE);

    private final AggregateScenario<SavedViews> views = AggregateScenario.of(SavedViews.class);

    private static SaveView save(String page, String name, String query) {
        return new SaveView(OWN, page, name, query, TODAY);
    }

    private static ViewSaved saved(String page, String name, String query) {
        return new ViewSaved(OWN, SENDER, page, name, query, TODAY);
    }

    @Test
    void emits_the_first_view_and_the_next() {
        views.when(save("leads", " 大纺织 ", LARGE_TEXTILE)).emits(SAVED);
        views.given(SAVED).when(save("leads", "我的", "view=mine")).emits(saved("leads", "我的", "view=mine"));
    }

    @Test
    void emits_a_view_that_takes_the_place_of_the_one_of_its_name() {
        views.given(SAVED)
                .when(save("leads", "大纺织", "industry=textile"))
                .emits(saved("leads", "大纺织", "industry=textile"));
    }

    @Test
    void emits_the_same_name_for_another_list() {
        views.given(SAVED).when(save("signings", "大纺织", LARGE_TEXTILE)).emits(saved("signings", "大纺织", LARGE_TEXTILE));
    }

    @Test
    void emits_that_it_is_dropped_and_lets_the_name_be_used_again() {
        ViewDropped dropped = new ViewDropped(OWN, SENDER, "leads", "大纺织", TODAY);
        views.given(SAVED).when(new DropView(OWN, "leads", "大纺织", TODAY)).emits(dropped);
        views.given(SAVED, dropped).when(save("leads", "大纺织", LARGE_TEXTILE)).emits(SAVED);
    }

    @Test
    void rejects_what_is_saved_already_and_what_is_not_there() {
        views.when(new DropView(OWN, "leads", "大纺织", TODAY)).rejects(SavedViewRule.UNKNOWN_VIEW);
        views.given(SAVED).when(save("leads", "大纺织", LARGE_TEXTILE)).rejectsAt("name", SavedViewRule.NOTHING_CHANGED);
        views.given(SAVED).when(new DropView(OWN, "signings", "大纺织", TODAY)).rejects(SavedViewRule.UNKNOWN_VIEW);
    }

    @Test
    void rejects_more_views_of_a_list_than_anybody_overlooks() {
        Object[] twelve = IntStream.range(0, 12)
                .mapToObj(n -> saved("leads", "视图" + n, "view=mine"))
                .toArray();
        views.given(twelve).when(save("leads", "又一个", "view=mine")).rejectsAt("name", SavedViewRule.TOO_MANY_VIEWS);
        views.given(twelve).when(save("leads", "视图3", "view=large")).emits(saved("leads", "视图3", "view=large"));
        views.given(twelve).when(save("signings", "又一个", "view=mine")).emits(saved("signings", "又一个", "view=mine"));
    }

    @Test
    void rejects_a_view_without_name_or_filters_or_list() {
        views.when(save("leads", " ", LARGE_TEXTILE)).rejectsAt("name", SharedRule.REQUIRED);
        views.when(save("leads", "视".repeat(21), LARGE_TEXTILE)).rejectsAt("name", SharedRule.TOO_LONG);
        views.when(save("leads", "空", "")).rejectsAt("query", SharedRule.REQUIRED);
        views.when(save("https://elsewhere", "别处", "view=mine")).rejectsAt("page", SavedViewRule.NOT_A_LIST);
        views.when(new SaveView(OWN, "leads", "明天", "view=mine", TODAY.plusDays(1)))
                .rejectsAt("occurredOn", SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_other_peoples_views() {
        views.given(SAVED)
                .by(StaffId.next(), Role.LEADER)
                .when(save("leads", "我的", "view=mine"))
                .rejects(SavedViewRule.NOT_YOURS);
        views.given(SAVED)
                .by(StaffId.next(), Role.ADMINISTRATOR)
                .when(new DropView(OWN, "leads", "大纺织", TODAY))
                .rejects(SavedViewRule.NOT_YOURS);
    }
}
