package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.files.FileType;
import dev.wuwei.crm.platform.files.FilesRule;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.RuleViolated;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of a form. Each is kept as soon as it is chosen, and belongs to something once the command that names it is sent.
 * One that is refused says why at the field, and nothing of it is kept.
 */
public class FilesField extends CustomField<List<Attachment>> {
    private final FileStore files;
    private final List<String> extensions;
    private final Upload upload;
    private final UnorderedList chosen = new UnorderedList();
    private List<Attachment> attachments = List.of();

    /** A field for files of every kind that is kept. */
    public FilesField(String label, FileStore files) {
        this(label, files, FileType.allExtensions(), "component.upload.kinds");
    }

    /** A field for pictures alone. */
    public static FilesField photos(String label, FileStore files) {
        return new FilesField(label, files, FileType.pictureExtensions(), "component.upload.pictures");
    }

    private FilesField(String label, FileStore files, List<String> extensions, String kinds) {
        super(List.of(), true);
        this.files = files;
        this.extensions = extensions;
        setLabel(label);
        setManualValidation(true);
        setHelperText(t(kinds, files.largest() / (1024 * 1024)));
        upload = new Upload(this::receive);
        Button choose = new Button(t("component.upload.many"), Icon.CLIP.create());
        upload.setUploadButton(choose);
        upload.setI18n(words());
        upload.setMaxFileSize(Math.toIntExact(files.largest()));
        upload.setAcceptedFileExtensions(
                extensions.stream().map(extension -> "." + extension).toArray(String[]::new));
        upload.addFileRejectedListener(event -> refuse(event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        chosen.addClassName("ww-files-chosen");
        add(new Div(chosen, upload));
        addClassName("ww-files-field");
        setWidthFull();
        list();
    }

    /**
     * @param path of the field
     * @return what a command names
     * @throws RuleViolated {@link FilesRule#ARRIVING} while a file is on its way
     */
    public List<Attachment> read(String path) {
        if (upload.isUploading()) {
            throw RuleViolated.at(path, FilesRule.ARRIVING);
        }
        return attachments;
    }

    /** The limits in the browser say the same as those of the store, which has the last word. */
    private UploadI18N words() {
        UploadI18N words = ComponentTexts.upload();
        words.getError()
                .setFileIsTooBig(ErrorTexts.of(files.tooLarge()))
                .setIncorrectFileType(ErrorTexts.of(new RuleViolated(FilesRule.TYPE_NOT_ALLOWED, extensions)));
        return words;
    }

    private void receive(UploadEvent event) throws IOException {
        String name = event.getFileName();
        try (InputStream content = event.getInputStream()) {
            Attachment kept = files.store(content, name);
            event.getUI().access(() -> take(kept));
        } catch (RuleViolated refused) {
            event.getUI().access(() -> refuse(name, ErrorTexts.of(refused)));
        }
    }

    private void take(Attachment kept) {
        List<Attachment> more = new ArrayList<>(attachments);
        if (more.stream().noneMatch(one -> one.sha256().equals(kept.sha256()))) {
            more.add(kept);
        }
        setInvalid(false);
        become(more);
    }

    private void refuse(String fileName, String why) {
        setErrorMessage(t("component.upload.refused", fileName, why));
        setInvalid(true);
    }

    private void become(List<Attachment> now) {
        attachments = List.copyOf(now);
        list();
        updateValue();
    }

    private void list() {
        chosen.removeAll();
        attachments.forEach(attachment -> chosen.add(item(attachment)));
        chosen.setVisible(!attachments.isEmpty());
    }

    private ListItem item(Attachment attachment) {
        Span name = new Span(attachment.fileName());
        name.addClassName("ww-cut");
        Span size = new Span(Format.bytes(attachment.size()));
        size.addClassName("ww-note");
        Button remove = new Button(
                Icon.CROSS.create(),
                event -> become(
                        attachments.stream().filter(one -> one != attachment).toList()));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.addClassName("ww-quiet");
        remove.setAriaLabel(t("component.upload.remove") + " " + attachment.fileName());
        return new ListItem(Icon.CLIP.create(), name, size, remove);
    }

    @Override
    protected List<Attachment> generateModelValue() {
        return attachments;
    }

    @Override
    protected void setPresentationValue(List<Attachment> value) {
        attachments = value == null ? List.of() : List.copyOf(value);
        list();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        upload.setVisible(!readOnly);
    }
}
