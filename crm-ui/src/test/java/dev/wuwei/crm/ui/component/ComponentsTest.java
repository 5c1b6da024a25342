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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ViewPackages(classes = ComponentsTest.class)
class ComponentsTest extends BrowserlessTest {
    private record Ask(String summary, LocalDate occurredOn) implements Command {}

    private record Row(int id, String name, Money amount) {}

    private final List<Command> sent = new ArrayList<>();
    private final AtomicReference<RuleViolated> refusal = new AtomicReference<>();
    private final CommandRunner commands = runner();

    private CommandRunner runner() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", (CommandSender) (command, user, expected) -> {
            throw new AssertionError("not without a user");
        });
        return new CommandRunner(beans.getBeanProvider(CommandSender.class)) {
            @Override
            public CommandResult send(Command command, Long expectedSequence) {
                RuleViolated refused = refusal.getAndSet(null);
                if (refused != null) {
                    throw refused;
                }
                sent.add(command);
                return new CommandResult("id", null, null, 1, 1);
            }
        };
    }

    @BeforeEach
    void on_the_30th_of_november() {
        At.time("2023-11-30T01:12:08Z");
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
        assertThat(sent).isEmpty();

        dialog.summary.setValue("talked about power");
        assertThat(dialog.summary.isInvalid()).isFalse();
        refusal.set(RuleViolated.at("occurredOn", SharedRule.IN_FUTURE, LocalDate.of(2023, 11, 30)));
        dialog.save();

        assertThat(dialog.date.getErrorMessage()).contains("2023-11-30");
        assertThat(dialog.summary.getValue()).isEqualTo("talked about power");

        dialog.save();
        assertThat(sent).containsExactly(new Ask("talked about power", LocalDate.of(2023, 11, 30)));
        assertThat(dialog.saved).isTrue();
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void somebody_was_first_and_one_is_asked_what_to_do() {
        AskDialog dialog = new AskDialog();
        dialog.open();
        dialog.summary.setValue("mine");
        dialog.expect(7);
        refusal.set(new RuleViolated(SharedRule.CHANGED_MEANWHILE, "周戊", "09:11"));

        dialog.save();

        assertThat(sent).isEmpty();
        assertThat(dialog.isOpened()).isTrue();
        Button mine = find(Button.class, dialog)
                .withText(I18n.t("component.stale.mine"))
                .single();
        mine.click();
        assertThat(sent).hasSize(1);
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
