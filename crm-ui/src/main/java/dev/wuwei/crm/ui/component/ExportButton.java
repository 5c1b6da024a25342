package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wuwei.crm.platform.files.FileType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Exports a table, as a spreadsheet or as text. Each export is told to {@link #audit}. It is written while it is read and
 * outside of the page's lock, so the user goes on working.
 */
public class ExportButton extends Composite<Div> {
    /** Told about every export before the first byte leaves; whoever records them sets it once. */
    public interface Audit {
        void exported(CurrentUser user, String what, AsOf asOf);
    }

    private interface Writer {
        void write(Table table, String foot, OutputStream out) throws IOException;
    }

    private static final AtomicReference<Audit> AUDIT = new AtomicReference<>((user, what, asOf) -> {});

    public ExportButton(String text, SerializableSupplier<Table> table) {
        this(new Button(text, Icon.DOWNLOAD.create()), table);
    }

    private ExportButton(Button button, SerializableSupplier<Table> table, Component... more) {
        Popover menu = new Popover(
                link(t("component.list.export.xlsx"), ".xlsx", TableWriter::xlsx, table),
                link(t("component.list.export.csv"), ".csv", TableWriter::csv, table));
        menu.add(more);
        menu.setTarget(button);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.addClassName("ww-menu");
        getContent().addClassName("ww-export");
        getContent().add(button, menu);
    }

    /** @param sheet the same as a Word document */
    public ExportButton(String text, SerializableSupplier<Table> table, SerializableSupplier<WordSheet> sheet) {
        this(new Button(text, Icon.DOWNLOAD.create()), table, word(table, sheet));
    }

    private static Anchor word(SerializableSupplier<Table> table, SerializableSupplier<WordSheet> sheet) {
        Writer word = (unread, foot, out) -> sheet.get().endingWith(foot).write(out);
        return link(t("component.list.export.docx"), ".docx", word, table);
    }

    public static void audit(Audit audit) {
        AUDIT.set(audit);
    }

    /**
     * Small and without words, for the head of a card.
     *
     * @param of the card's title, for those who cannot see that it stands there
     * @param more other things that are exported, below the table
     */
    public static ExportButton icon(String of, SerializableSupplier<Table> table, Component... more) {
        Button button = new Button(Icon.DOWNLOAD.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("ww-quiet");
        button.setAriaLabel(t("component.list.export") + " " + of);
        button.setTooltipText(t("component.list.export"));
        return new ExportButton(button, table, more);
    }

    private static Anchor link(String text, String ending, Writer writer, SerializableSupplier<Table> table) {
        DownloadHandler handler = event -> {
            UI before = UI.getCurrent();
            UI.setCurrent(event.getUI());
            try {
                CurrentUser user = CurrentUser.get();
                AsOf asOf = AsOf.current();
                Table now = table.get();
                AUDIT.get().exported(user, now.fileName(), asOf);
                event.setFileName(now.fileName() + "-" + asOf.dayOrToday() + ending);
                event.setContentType(
                        switch (ending) {
                            case ".csv" -> "text/csv;charset=utf-8";
                            case ".docx" -> WordTemplate.CONTENT_TYPE;
                            default -> FileType.XLSX.contentType("xlsx");
                        });
                writer.write(now, foot(user, asOf), event.getOutputStream());
            } finally {
                UI.setCurrent(before);
            }
        };
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, text);
        link.addClassName("ww-menu-item");
        return link;
    }

    private static String foot(CurrentUser user, AsOf asOf) {
        return t(
                "component.list.export.foot",
                Format.date(asOf.dayOrToday()),
                asOf.isKnownAtInstant()
                        ? t("shell.as-of.known-at-instant", Format.recorded(asOf.knownAt()))
                        : t(asOf.isAsKnownThen() ? "shell.as-of.known-then" : "shell.as-of.known-now"),
                user.name(),
                Format.recorded(Today.instant()));
    }
}
