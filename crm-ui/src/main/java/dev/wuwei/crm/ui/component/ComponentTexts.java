package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.messages.MessageInputI18n;
import com.vaadin.flow.component.upload.UploadI18N;
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

    public static UploadI18N upload() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(t("component.upload.one"))
                        .setMany(t("component.upload.many")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(t("component.upload.drop-one"))
                        .setMany(t("component.upload.drop-many")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(t("component.upload.too-many"))
                        .setFileIsTooBig(t("component.upload.too-big"))
                        .setIncorrectFileType(t("component.upload.wrong-type")))
                .setFile(new UploadI18N.File()
                        .setRetry(t("component.upload.retry"))
                        .setStart(t("component.upload.start"))
                        .setRemove(t("component.upload.remove")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(t("component.upload.processing"))
                                .setStalled(t("component.upload.stalled"))
                                .setProcessing(t("component.upload.processing"))
                                .setHeld(t("component.upload.queued")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(t("component.upload.remaining"))
                                .setUnknown(t("component.upload.unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(t("component.upload.no-server"))
                                .setUnexpectedServerError(t("component.upload.server"))
                                .setForbidden(t("component.upload.forbidden"))
                                .setFileTooLarge(t("component.upload.too-big"))))
                .setUnits(List.of("B", "KB", "MB", "GB"));
    }

    public static MultiSelectComboBoxI18n multiSelect() {
        return new MultiSelectComboBoxI18n()
                .setCleared(t("component.choices.cleared"))
                .setFocused(t("component.choices.focused"))
                .setSelected(t("component.choices.selected"))
                .setDeselected(t("component.choices.deselected"))
                .setTotal(t("component.choices.total"))
                .setRequiredErrorMessage(t("component.required"));
    }

    public static MessageInputI18n messageInput() {
        return new MessageInputI18n().setMessage(t("component.message")).setSend(t("component.message.send"));
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
