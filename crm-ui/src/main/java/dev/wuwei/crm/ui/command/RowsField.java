package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.ui.component.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A list of records: rows that come and go, what is wrong with the list as a whole, and what they come to. */
final class RowsField extends Div implements HasValidation {
    /** One row; its number changes when one above it goes. */
    static final class Row {
        private final boolean given;
        private RecordForm form;

        private Row(boolean given) {
            this.given = given;
        }

        /** @return whether it stood in the form when that was opened; what somebody adds is empty */
        boolean isGiven() {
            return given;
        }

        RecordForm form() {
            return form;
        }
    }

    private final Supplier<String> path;
    private final Function<Row, RecordForm> maker;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final H3 head = new H3();
    private final Div list = new Div();
    private final Span error = new Span();
    private final Span note = new Span();

    /**
     * @param path of the list
     * @param maker makes the form of a row that has its place already
     * @param changed told when a row came or went
     */
    RowsField(String label, Supplier<String> path, Function<Row, RecordForm> maker, Runnable changed) {
        this.path = path;
        this.maker = maker;
        this.changed = changed;
        addClassName("ww-form-rows");
        head.setText(label);
        head.addClassName("ww-form-head");
        list.addClassName("ww-form-row-list");
        error.addClassName("ww-form-rows-error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        note.addClassName("ww-form-rows-note");
        note.setVisible(false);
        Button more = new Button(t("command.add-row", label), Icon.PLUS.create(), event -> {
            add(false);
            changed.run();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div foot = new Div(more, note);
        foot.addClassName("ww-form-rows-foot");
        add(head, error, list, foot);
    }

    /** @return path of a row as rules name it; {@code null} once it was removed */
    String path(Row row) {
        String at = path.get();
        int index = rows.indexOf(row);
        return at == null || index < 0 ? null : at + "[" + index + "]";
    }

    RecordForm add(boolean given) {
        Row row = new Row(given);
        rows.add(row);
        row.form = maker.apply(row);
        Button remove = new Button(Icon.CROSS.create());
        Div frame = new Div(row.form.body(), remove);
        frame.addClassName("ww-form-row");
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(t("command.remove-row"));
        remove.addClickListener(event -> {
            rows.remove(row);
            list.remove(frame);
            setInvalid(false);
            changed.run();
        });
        list.add(frame);
        setInvalid(false);
        return row.form;
    }

    List<RecordForm> forms() {
        return rows.stream().map(Row::form).toList();
    }

    List<Object> read() {
        return forms().stream().map(RecordForm::read).toList();
    }

    /** The section says already what the list is of. */
    void withoutHead() {
        head.setVisible(false);
    }

    /** What the rows come to, beside the button. @param wrong drawn as something that will be refused */
    void say(String text, boolean wrong) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        note.setClassName("ww-form-wrong", wrong);
    }

    String said() {
        return note.getText();
    }

    Component head() {
        return head;
    }

    @Override
    public void setInvalid(boolean invalid) {
        error.setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }

    @Override
    public void setErrorMessage(String message) {
        error.setText(message);
    }

    @Override
    public String getErrorMessage() {
        return error.getText();
    }

    @Override
    public void setManualValidation(boolean enabled) {
        // Rows are never checked by the browser.
    }
}
