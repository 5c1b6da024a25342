package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.ComponentTexts;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.ErrorTexts;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** The button in the header that turns the whole product to a day. */
class AsOfPicker extends Composite<Div> {
    /** For who leads, oversees or audits; everybody else looks as known now. */
    private enum Known {
        NOW,
        THEN,
        AT
    }

    private final Button button = new Button();
    private final Span label = new Span();
    private final DatePicker day = new DatePicker();
    private final RadioButtonGroup<Known> known = new RadioButtonGroup<>();
    private final DateTimePicker instant = new DateTimePicker();
    private final Popover popover = new Popover();
    private final PointsInTime points;

    AsOfPicker(PointsInTime points) {
        this.points = points;
        button.setPrefixComponent(Icon.CALENDAR.create());
        button.setText(null);
        button.getElement().appendChild(label.getElement());
        button.setSuffixComponent(Icon.CHEVRON_DOWN.create());
        button.addClassName("ww-asof");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        label.addClassName("ww-asof-label");

        day.setLabel(t("shell.as-of.day"));
        day.setI18n(ComponentTexts.datePicker());
        day.setLocale(Locale.SIMPLIFIED_CHINESE);
        day.setMax(Today.date().minusDays(1));
        day.setWidthFull();

        known.setLabel(t("shell.as-of.how"));
        known.setItems(Known.values());
        known.setVisible(mayAskAsKnown());
        known.setRenderer(new ComponentRenderer<>(AsOfPicker::choice));
        known.setValue(Known.NOW);
        known.addValueChangeListener(event -> instant.setVisible(event.getValue() == Known.AT));

        instant.setLabel(t("shell.as-of.instant"));
        instant.setDatePickerI18n(ComponentTexts.datePicker());
        instant.setLocale(Locale.SIMPLIFIED_CHINESE);
        instant.setStep(Duration.ofMinutes(30));
        instant.setVisible(false);
        instant.setWidthFull();

        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel(t("shell.as-of.title"));
        popover.addClassName("ww-asof-popover");
        popover.add(day, quickDays(), known, instant, buttons());
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                fill(AsOf.current());
            }
        });

        getContent().addClassName("ww-asof-holder");
        getContent().add(button, popover);
    }

    void show(AsOf asOf) {
        String date = Format.date(asOf.dayOrToday());
        label.setText(t(asOf.isPast() ? "shell.as-of.until" : "shell.as-of.today", date));
        button.setAriaLabel(label.getText());
        button.setClassName("ww-asof-past", asOf.isPast());
        button.getSuffixComponent().setVisible(asOf.isPast());
    }

    private void fill(AsOf asOf) {
        day.setValue(asOf.day() == null && asOf.isNow() ? null : asOf.dayOrToday());
        known.setValue(asOf.isKnownAtInstant() ? Known.AT : asOf.isAsKnownThen() ? Known.THEN : Known.NOW);
        Optional<PointsInTime.First> first = points.first();
        day.setMin(first.map(PointsInTime.First::day).orElse(null));
        instant.setMin(first.map(it -> LocalDateTime.ofInstant(it.known(), EventMeta.ZONE))
                .orElse(null));
        instant.setMax(LocalDateTime.ofInstant(Today.instant(), EventMeta.ZONE));
        instant.setValue(asOf.isAsKnownThen() ? LocalDateTime.ofInstant(asOf.knownAt(), EventMeta.ZONE) : null);
    }

    private static boolean mayAskAsKnown() {
        return CurrentUser.find().filter(user -> user.viewer().mayAskAsKnown()).isPresent();
    }

    private static Div choice(Known known) {
        Span note = new Span(t("shell.as-of.known-" + known.name().toLowerCase(Locale.ROOT) + ".note"));
        note.addClassName("ww-note");
        return new Div(new Span(t("shell.as-of.known-" + known.name().toLowerCase(Locale.ROOT))), note);
    }

    private Div quickDays() {
        LocalDate today = Today.date();
        LocalDate month = today.withDayOfMonth(1).minusDays(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
        LocalDate year = today.withDayOfYear(1).minusDays(1);
        Div chips = new Div(
                chip("shell.as-of.yesterday", today.minusDays(1)),
                chip("shell.as-of.month-end", month),
                chip("shell.as-of.quarter-end", quarter),
                chip("shell.as-of.year-end", year));
        chips.addClassName("ww-chips");
        return chips;
    }

    private Button chip(String key, LocalDate date) {
        Button chip = new Button(t(key), event -> day.setValue(date));
        chip.addClassName("ww-chip");
        day.addValueChangeListener(event -> chip.setClassName("ww-chip-on", date.equals(event.getValue())));
        return chip;
    }

    private Div buttons() {
        Button back = new Button(t("shell.as-of.back"), event -> go(AsOf.NOW));
        Button look = new Button(t("shell.as-of.look"), event -> look());
        look.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(back, look);
        row.addClassName("ww-buttons");
        return row;
    }

    private void look() {
        LocalDate chosen = day.getValue();
        Optional<PointsInTime.First> first = points.first();
        if (chosen != null && first.filter(it -> chosen.isBefore(it.day())).isPresent()) {
            refuse(day, chosen, first.orElseThrow().day());
            return;
        }
        if (known.getValue() == Known.AT) {
            if (instant.getValue() == null) {
                instant.setInvalid(true);
                instant.setErrorMessage(t("shell.as-of.instant.missing"));
                return;
            }
            Instant at = instant.getValue().atZone(EventMeta.ZONE).toInstant();
            if (first.filter(it -> at.isBefore(it.known())).isPresent()) {
                refuse(instant, at, first.orElseThrow().known());
                return;
            }
            LocalDate past = chosen == null || !chosen.isBefore(Today.date()) ? null : chosen;
            go(new AsOf(past, at));
        } else if (chosen == null || !chosen.isBefore(Today.date())) {
            go(AsOf.NOW);
        } else {
            go(known.getValue() == Known.THEN ? AsOf.asKnownThen(chosen) : AsOf.asKnownNow(chosen));
        }
    }

    private static void refuse(HasValidation field, Object asked, Object first) {
        field.setErrorMessage(ErrorTexts.of(new RuleViolated(LedgerRule.BEFORE_FIRST_EVENT, asked, first)));
        field.setInvalid(true);
    }

    private void go(AsOf asOf) {
        popover.close();
        AsOfNavigation.go(UI.getCurrent(), asOf);
    }
}
