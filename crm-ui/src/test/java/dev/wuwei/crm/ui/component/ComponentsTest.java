package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = ComponentsTest.class)
@At("2023-11-30T01:12:08Z")
class ComponentsTest extends BrowserlessTest {
    private record Ask(String summary, LocalDate occurredOn) implements Command {}

    private record Row(int id, String name, Money amount) {}

    private final SentCommands commands = new SentCommands();

    @BeforeEach
    void in_chinese() {
        UI.getCurrent().setLocale(I18n.CHINESE);
        AsOf.remember(UI.getCurrent(), QueryParameters.empty());
    }

    private class AskDialog extends DialogForm {
        private final DatePicker date = field("occurredOn", Fields.happenedOn("date"));
        private final TextArea summary = field("summary", Fields.area("summary"));
        private boolean saved;

        AskDialog() {
            super(commands, "title", "save");
            add(date, summary);
        }

        @Override
        protected Command command() {
            new Violations()
                    .check(() -> Checks.required(summary.getValue(), Checks.TEXT, "summary"))
                    .throwIfAny();
            return new Ask(summary.getValue(), date.getValue());
        }

        @Override
        protected void saved(CommandResult result) {
            saved = true;
        }
    }

    @Test
    void a_broken_rule_stands_at_its_field_and_nothing_is_lost() {
        AskDialog dialog = new AskDialog();
        dialog.open();

        dialog.save();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.summary.isInvalid()).isTrue();
        assertThat(dialog.summary.getErrorMessage()).isEqualTo(I18n.t("error.shared.required"));
        assertThat(dialog.date.isInvalid()).isFalse();
        assertThat(commands.sent()).isEmpty();

        dialog.summary.setValue("talked about power");
        assertThat(dialog.summary.isInvalid()).isFalse();
        commands.refuse(RuleViolated.at("occurredOn", SharedRule.IN_FUTURE, LocalDate.of(2023, 11, 30)));
        dialog.save();

        assertThat(dialog.date.getErrorMessage()).contains("2023-11-30");
        assertThat(dialog.summary.getValue()).isEqualTo("talked about power");

        dialog.save();
        assertThat(commands.commands()).containsExactly(new Ask("talked about power", LocalDate.of(2023, 11, 30)));
        assertThat(dialog.saved).isTrue();
        assertThat(dialog.isOpened()).isFalse();
    }

    /** The record of a form, changed once at sequence 8. */
    private static final class Changed implements Watch {
        private long seen = 7;
        private long now = 8;

        @Override
        public long seen() {
            return seen;
        }

        @Override
        public List<Timeline.Entry> news() {
            return seen == now
                    ? List.of()
                    : List.of(new Timeline.Entry(
                            "",
                            "11-30",
                            Timeline.Weight.NORMAL,
                            "周戊",
                            "改了下一步日期",
                            List.of(),
                            "09:11",
                            "",
                            List.of(new Timeline.Change("下一步日期", "12-04", "12-06")),
                            ""));
        }

        @Override
        public void catchUp() {
            seen = now;
        }
    }

    @Test
    void who_was_too_late_is_told_what_changed_and_goes_on_from_there() {
        AskDialog dialog = new AskDialog();
        dialog.watch(new Changed());
        dialog.open();
        dialog.summary.setValue("mine");
        commands.refuse(new RuleViolated(SharedRule.CHANGED_MEANWHILE, "周戊", "09:11"));

        dialog.save();

        assertThat(commands.sent()).isEmpty();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(StaleBox.class).single().getElement().getTextRecursively())
                .contains("周戊", "改了下一步日期");
        assertThat(dialog.summary.getValue()).isEqualTo("mine");

        find(Button.class, find(StaleBox.class).single())
                .withText(I18n.t("component.stale.go-on"))
                .single()
                .click();
        assertThat(commands.sent()).extracting(SentCommands.Sent::expected).containsExactly(8L);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void a_change_is_told_while_the_form_is_open_and_saving_does_not_pass_over_it() {
        AskDialog dialog = new AskDialog();
        Changed record = new Changed();
        record.now = 7;
        dialog.watch(record);
        dialog.open();
        dialog.summary.setValue("mine");
        assertThat(dialog.lookAgain()).isFalse();

        record.now = 8;
        assertThat(dialog.lookAgain()).isTrue();
        assertThat(find(StaleBox.class).single().isVisible()).isTrue();

        dialog.save();
        assertThat(commands.sent()).extracting(SentCommands.Sent::expected).containsExactly(7L);
    }

    @Test
    void however_often_the_button_is_clicked_the_command_is_sent_once() {
        AskDialog dialog = new AskDialog();
        dialog.open();
        dialog.summary.setValue("once");

        dialog.save();
        dialog.save();

        assertThat(commands.commands()).containsExactly(new Ask("once", LocalDate.of(2023, 11, 30)));
    }

    @Test
    void what_is_sent_again_after_a_failure_has_the_same_key() {
        AskDialog dialog = new AskDialog();
        dialog.open();
        dialog.summary.setValue("once");
        List<String> keys = new ArrayList<>();
        commands.onSend(sent -> keys.add(sent.key()));
        commands.refuse(new IllegalStateException("stored, but the answer was lost"));

        dialog.save();
        dialog.save();

        assertThat(keys).hasSize(2).doesNotContainNull();
        assertThat(Set.copyOf(keys)).hasSize(1);
    }

    @Test
    void our_own_fault_has_a_number_and_keeps_the_form() {
        AskDialog dialog = new AskDialog() {
            @Override
            protected Command command() {
                throw new IllegalStateException("broken");
            }
        };
        dialog.open();

        dialog.save();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(Notification.class).all()).isNotEmpty();
    }

    @Test
    void what_writes_is_locked_in_the_past() {
        WriteButton button = new WriteButton("write", click -> {});
        UI.getCurrent().add(button);
        assertThat(button.isEnabled()).isTrue();

        AsOf.remember(UI.getCurrent(), QueryParameters.fromString("asOf=2023-08-31"));
        button.afterNavigation(null);
        assertThat(button.isEnabled()).isFalse();

        AsOf.remember(UI.getCurrent(), QueryParameters.empty());
        button.forbid("not yours");
        assertThat(button.isEnabled()).isFalse();
        button.forbid(null);
        assertThat(button.isEnabled()).isTrue();
    }

    @Test
    void a_list_counts_everything_and_its_bar_adds_up_what_is_selected() {
        List<Row> rows =
                List.of(new Row(1, "a", Money.yi("8.5")), new Row(2, "b", Money.yi("5.2")), new Row(3, "c", null));
        RecordGrid<Row> grid = new RecordGrid<>(Row::id);
        grid.strong("name", "name", Row::name);
        grid.yi("amount", "amount", Row::amount);
        grid.bulk(Row::amount);
        grid.source(PagedSource.of(rows, Money.yi("13.7")));
        UI.getCurrent().add(grid);
        grid.refresh();

        assertThat(grid.totals().count()).isEqualTo(3);
        assertThat(text(grid)).contains("共 3 个").contains("13.70亿元").contains("09:12:08");

        grid.grid().select(rows.get(0));
        grid.grid().select(rows.get(1));
        assertThat(grid.selected()).isEqualTo(Set.of(rows.get(0), rows.get(1)));
        assertThat(text(grid)).contains("已选 2 个");
    }

    @Test
    void a_card_can_be_moved_by_its_menu_only_where_it_may_go() {
        List<String> moved = new ArrayList<>();
        Kanban<String, Row> board = new Kanban<>(Row::name, row -> new Span(row.name()));
        board.column("a", "A").column("b", "B").column("c", "C");
        board.moves(new Kanban.Moves<>() {
            @Override
            public Optional<String> allowed(Row card, String from, String to) {
                return to.equals("b") ? Optional.of("drop") : Optional.empty();
            }

            @Override
            public void move(Row card, String from, String to) {
                moved.add(card.name() + from + to);
            }
        });
        UI.getCurrent().add(board);

        board.fill("a", List.of(new Row(1, "x", null)), 4, "", () -> moved.add("more"));

        assertThat(find(Button.class, board).all()).hasSize(2);
        find(Button.class, board)
                .withText(I18n.t("component.kanban.more", "3"))
                .single()
                .click();
        assertThat(moved).containsExactly("more");
    }

    @Test
    void money_is_typed_in_the_unit_people_use() {
        MoneyField field = new MoneyField("amount");
        UI.getCurrent().add(field);

        field.setValue(Money.wan("3200"));
        assertThat(field.getValue()).isEqualTo(Money.wan("3200"));
        field.setValue(Money.wanUsd("300"));
        assertThat(field.getValue()).isEqualTo(Money.wanUsd("300"));
        field.setValue(null);
        assertThat(field.getValue()).isNull();
    }

    @Test
    void a_light_is_read_without_colour() {
        Light light = new Light(Light.Colour.RED, "晚 92 天");
        UI.getCurrent().add(light);

        assertThat(text(light)).contains("晚 92 天");
        assertThat(Light.Colour.RED.label()).isEqualTo("红灯");
    }

    @Test
    void words_are_english_for_who_reads_english() {
        UI.getCurrent().setLocale(I18n.ENGLISH);

        assertThat(Format.deviation(LocalDate.of(2022, 10, 31), LocalDate.of(2022, 11, 26)))
                .isEqualTo("26 days late");
        assertThat(I18n.t("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void keys_are_written_on_the_component() {
        TextField field = Keys.bind(new TextField(), Keys.SEARCH);
        assertThat(field.getElement().getAttribute("data-key")).isEqualTo("/");
    }

    @Test
    void news_refresh_only_what_is_on_a_screen() throws InterruptedException {
        Live live = new Live();
        Div view = new Div();
        List<String> refreshed = new ArrayList<>();
        live.subscribe(view, Set.of("project"), () -> refreshed.add("once"));
        assertThat(live.size()).isZero();

        UI.getCurrent().add(view);
        assertThat(live.size()).isEqualTo(1);
        live.publish(Set.of("timeline"));
        live.publish(Set.of("project"));
        live.publish(Set.of("project"));
        Thread.sleep(600);
        VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
        assertThat(refreshed).containsExactly("once");

        view.removeFromParent();
        assertThat(live.size()).isZero();
        live.stop();
    }

    private static String text(Component component) {
        StringBuilder text = new StringBuilder(component.getElement().getText());
        component.getChildren().filter(Component::isVisible).forEach(child -> text.append(text(child)));
        return text.toString();
    }
}
