package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.login.LoginI18n;
import java.util.Arrays;
import java.util.List;

/** The words inside Vaadin's own components, which are English otherwise. */
public final class ComponentTexts {
    private ComponentTexts() {}

    public static DatePicker.DatePickerI18n datePicker() {
        return new DatePicker.DatePickerI18n()
                .setMonthNames(list("component.date.months"))
                .setWeekdays(list("component.date.weekdays"))
                .setWeekdaysShort(list("component.date.weekdays-short"))
                .setFirstDayOfWeek(1)
                .setToday(t("component.date.today"))
                .setCancel(t("component.cancel"))
                .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.M.d", "M-d", "M/d")
                .setBadInputErrorMessage(t("component.date.bad-input"))
                .setRequiredErrorMessage(t("component.required"))
                .setMinErrorMessage(t("component.date.too-early"))
                .setMaxErrorMessage(t("component.date.too-late"));
    }

    public static LoginI18n login() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form form = texts.getForm();
        form.setTitle(t("login.title"));
        form.setUsername(t("login.username"));
        form.setPassword(t("login.password"));
        form.setSubmit(t("login.submit"));
        form.setForgotPassword(t("login.forgot"));
        texts.setForm(form);
        LoginI18n.ErrorMessage error = texts.getErrorMessage();
        error.setTitle(t("login.wrong"));
        error.setMessage(t("login.wrong.note"));
        error.setUsername(t("login.username-needed"));
        error.setPassword(t("login.password-needed"));
        texts.setErrorMessage(error);
        return texts;
    }

    private static List<String> list(String key) {
        return Arrays.asList(t(key).split(","));
    }
}
