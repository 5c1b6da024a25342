package dev.wuwei.crm.ui.negotiation;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Keys;
import dev.wuwei.crm.ui.project.ListRow;
import java.util.List;
import java.util.function.Consumer;

/** A negotiation opens by adopting a lead: asks which of those that were judged. */
final class NewNegotiation extends Dialog {
    /** @param adopt goes on with the lead that was chosen */
    NewNegotiation(List<ListRow> judged, Consumer<ListRow> adopt) {
        setHeaderTitle(t("negotiation.new"));
        addClassNames("ww-dialog", "ww-dialog-small");
        ComboBox<ListRow> lead = new ComboBox<>(t("negotiation.new.lead"));
        lead.setItems(judged);
        lead.setItemLabelGenerator(row -> row.projectNo() + "　" + row.name());
        lead.setManualValidation(true);
        lead.setWidthFull();
        Span known = new Span();
        known.addClassName("ww-note");
        Button next = new Button(t("negotiation.new.next"), event -> {
            close();
            adopt.accept(lead.getValue());
        });
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.setEnabled(false);
        Keys.bind(next, Keys.SAVE);
        lead.addValueChangeListener(event -> {
            ListRow row = event.getValue();
            next.setEnabled(row != null);
            known.setText(
                    row == null
                            ? ""
                            : String.join(
                                    "　",
                                    Format.text(row.investor()),
                                    Format.coded(row.industry()),
                                    Format.money(row.amount())));
        });
        if (judged.isEmpty()) {
            add(new Paragraph(t("negotiation.new.none")));
        } else {
            add(lead, known);
        }
        Div buttons = new Div(new Button(t("component.cancel"), event -> close()), next);
        buttons.addClassName("ww-dialog-buttons");
        getFooter().add(buttons);
        lead.focus();
    }
}
