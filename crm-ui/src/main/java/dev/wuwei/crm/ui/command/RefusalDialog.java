package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.ui.command.Preconditions.Checked;
import dev.wuwei.crm.ui.command.Preconditions.Stand;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.component.Icon;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** 还不能签约: what is there already, what is missing, and who can mend it where. */
final class RefusalDialog extends Dialog {
    /**
     * @param subject what it is about
     * @param whoMay {@code null} when the user may send the command, otherwise who may
     * @param mend opens the dialog that mends it
     */
    RefusalDialog(
            String title,
            String subject,
            List<Checked> conditions,
            Function<String, String> whoMay,
            Consumer<String> mend) {
        setHeaderTitle(title);
        addClassNames("ww-dialog", "ww-dialog-small", "ww-refusal");
        if (!subject.isEmpty()) {
            Span about = new Span(subject);
            about.addClassName("ww-2");
            add(about);
        }
        Div list = new Div();
        list.addClassName("ww-conditions");
        list.getElement().setAttribute("role", "list");
        conditions.forEach(condition -> list.add(line(title, condition, whoMay)));
        add(list);
        Div buttons = new Div(new Button(t("command.understood"), event -> close()));
        buttons.addClassName("ww-dialog-buttons");
        conditions.stream()
                .filter(condition -> condition.stand() == Stand.BROKEN)
                .map(condition -> condition.condition().mend())
                .filter(Objects::nonNull)
                .filter(command -> whoMay.apply(command) == null)
                .distinct()
                .forEach(command -> buttons.add(way(command, buttons.getComponentCount() == 1, mend)));
        getFooter().add(buttons);
    }

    private Button way(String command, boolean first, Consumer<String> mend) {
        Button way = new Button(CommandDialogs.title(command), event -> {
            close();
            mend.accept(command);
        });
        if (first) {
            way.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return way;
    }

    private static Component line(String title, Checked checked, Function<String, String> whoMay) {
        Stand stand = checked.stand();
        Span sign = new Span();
        sign.addClassName("ww-condition-sign");
        if (stand == Stand.OPEN) {
            sign.setText("–");
        } else {
            sign.add(stand == Stand.MET ? Icon.CHECK.create() : Icon.CROSS.create());
        }
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", t("condition.stand." + word(stand)));
        Div words = new Div(new Span(words(title, checked)));
        String mend = checked.condition().mend();
        String who = stand == Stand.BROKEN && mend != null ? whoMay.apply(mend) : null;
        if (who != null) {
            Span note = new Span(t("condition.who", CommandDialogs.title(mend), who));
            note.addClassName("ww-note");
            words.add(note);
        }
        Div line = new Div(sign, words);
        line.addClassNames("ww-condition", "ww-condition-" + word(stand));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private static String word(Stand stand) {
        return stand.name().toLowerCase(Locale.ROOT);
    }

    private static String words(String title, Checked checked) {
        return switch (checked.stand()) {
            case MET -> t(checked.condition().key());
            case OPEN -> t("condition.open", t(checked.condition().key()));
            case BROKEN -> withoutTitle(title, checked.violation());
        };
    }

    /** The title says already that it cannot be done yet. */
    private static String withoutTitle(String title, Violation violation) {
        String text = ErrorTexts.of(violation);
        if (!text.startsWith(title)) {
            return text;
        }
        String rest = text.substring(title.length()).replaceFirst("^[：:]\\s*", "");
        return rest.substring(0, 1).toUpperCase(I18n.locale()) + rest.substring(1);
    }
}
