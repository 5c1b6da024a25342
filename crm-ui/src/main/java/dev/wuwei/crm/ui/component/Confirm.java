package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.function.BooleanSupplier;

/** Small questions before a step: going back asks for the reason, everything else just says what will happen. */
public final class Confirm {
    private Confirm() {}

    /**
     * Says what will happen and asks once.
     *
     * @param verb what the button does: 归档, 作废; never 确定
     */
    public static void ask(String title, String text, String verb, Runnable onYes) {
        Dialog dialog = frame(title);
        dialog.add(new Paragraph(text));
        finish(dialog, button(verb, dialog, () -> {
            onYes.run();
            return true;
        }));
    }

    /**
     * A step that goes back: asks why, and keeps what was typed when the step is refused.
     *
     * @param title {@code 退回到“深入洽谈”}
     * @param verb {@code 退回}
     * @param step does it; the dialog stays open when it answers {@code false}, and shows the message of a {@link
     *     RuleViolated}
     */
    public static void withReason(String title, String verb, SerializablePredicate<String> step) {
        Dialog dialog = frame(title);
        TextArea reason = new TextArea(t("component.reason"));
        reason.setHelperText(t("component.reason.note"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setMaxLength(Checks.LINE);
        reason.setMinRows(2);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(event -> reason.setInvalid(false));
        SerializableConsumer<String> refuse = message -> {
            reason.setErrorMessage(message);
            reason.setInvalid(true);
            reason.focus();
        };
        dialog.add(reason);
        Button yes = button(verb, dialog, () -> {
            if (reason.getValue().isBlank()) {
                refuse.accept(t("component.reason.needed"));
                return false;
            }
            try {
                return step.test(reason.getValue().strip());
            } catch (RuleViolated violated) {
                refuse.accept(ErrorTexts.of(violated));
                return false;
            }
        });
        finish(dialog, yes);
        reason.focus();
    }

    private static Dialog frame(String title) {
        Dialog dialog = new Dialog(title);
        dialog.addClassNames("ww-dialog", "ww-dialog-small");
        return dialog;
    }

    private static Button button(String verb, Dialog dialog, BooleanSupplier step) {
        Button yes = new Button(verb, event -> {
            if (step.getAsBoolean()) {
                dialog.close();
            }
        });
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        return Keys.bind(yes, Keys.SAVE);
    }

    private static void finish(Dialog dialog, Button yes) {
        Button no = new Button(t("component.cancel"), event -> dialog.close());
        dialog.getFooter().add(new Div(no, yes));
        dialog.open();
    }
}
