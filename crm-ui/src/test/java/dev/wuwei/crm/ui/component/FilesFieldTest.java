package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.files.FilesRule;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.RuleViolated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ViewPackages(classes = FilesFieldTest.class)
class FilesFieldTest extends BrowserlessTest {
    private static final byte[] PDF = "%PDF-1.7 minutes".getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST = 1024 * 1024;

    @TempDir
    Path directory;

    private FilesField field;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(I18n.CHINESE);
        field = new FilesField("附件", new FileStore(directory.resolve("files"), LARGEST));
        UI.getCurrent().add(field);
    }

    @Test
    void a_file_is_kept_and_named_by_the_command() {
        upload("纪要.pdf", PDF);

        assertThat(field.isInvalid()).isFalse();
        assertThat(field.read("attachments"))
                .singleElement()
                .returns("纪要.pdf", Attachment::fileName)
                .returns("application/pdf", Attachment::contentType)
                .returns((long) PDF.length, Attachment::size);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void the_same_file_twice_is_one() {
        upload("纪要.pdf", PDF);
        upload("纪要（副本）.pdf", PDF);

        assertThat(field.read("attachments")).hasSize(1);
    }

    @Test
    void what_was_chosen_by_mistake_is_taken_out_again() {
        upload("纪要.pdf", PDF);

        test(find(Button.class, field).withAttribute("aria-label", "移除 纪要.pdf").single())
                .click();

        assertThat(field.read("attachments")).isEmpty();
        assertThat(field.getValue()).isEmpty();
    }

    @Test
    void what_pretends_to_be_something_else_is_refused_at_the_field_and_not_stored() {
        upload("协议.pdf", "MZ this is a program".getBytes(StandardCharsets.UTF_8));

        refused("协议.pdf", FilesRule.CONTENT_UNKNOWN);
    }

    @Test
    void what_unpacks_to_far_too_much_is_refused_at_the_field_and_not_stored() throws IOException {
        upload("方案.docx", bomb());

        refused("方案.docx", FilesRule.COMPRESSED_TOO_FAR);
    }

    @Test
    void the_store_has_the_last_word_about_size() {
        byte[] large = new byte[LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        RuleViolated refused = catchThrowableOfType(
                RuleViolated.class,
                () -> new FileStore(directory.resolve("files"), LARGEST)
                        .store(new java.io.ByteArrayInputStream(large), "大.pdf"));

        assertThat(refused.rule()).isEqualTo(FilesRule.TOO_LARGE);
        assertThat(find(Upload.class, field).single().getMaxFileSize()).isEqualTo(LARGEST);
        assertThat(find(Upload.class, field).single().getI18n().getError().getFileIsTooBig())
                .isEqualTo(ErrorTexts.of(refused));
        assertThat(stored()).isZero();
    }

    @Test
    void a_good_file_clears_what_was_said_of_a_bad_one() {
        upload("协议.pdf", "MZ".getBytes(StandardCharsets.UTF_8));
        upload("纪要.pdf", PDF);

        assertThat(field.isInvalid()).isFalse();
        assertThat(field.read("attachments")).hasSize(1);
    }

    @Test
    void what_was_handed_in_before_stands_in_the_form_and_stays() {
        Attachment before = new Attachment("0".repeat(64), "现场.png", "image/png", 2048);
        field.setValue(List.of(before));
        upload("纪要.pdf", PDF);

        assertThat(field.read("attachments")).extracting(Attachment::fileName).containsExactly("现场.png", "纪要.pdf");
    }

    @Test
    void a_field_for_photos_takes_no_document() {
        field = FilesField.photos("照片", new FileStore(directory.resolve("files"), LARGEST));
        UI.getCurrent().add(field);

        upload("月报.pdf", PDF);

        assertThat(field.read("photos")).isEmpty();
        assertThat(stored()).isZero();
        assertThat(find(Upload.class, field).single().getI18n().getError().getIncorrectFileType())
                .isEqualTo("不收这种文件。可用：jpg、jpeg、png、webp。");
    }

    private void refused(String name, FilesRule rule) {
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage())
                .startsWith(name + "：")
                .contains(I18n.t("error." + rule.code()).replaceAll("\\{.*", ""));
        assertThat(field.read("attachments")).isEmpty();
        assertThat(stored()).isZero();
    }

    private void upload(String name, byte[] content) {
        UploadTester<Upload> upload = test(find(Upload.class, field).single());
        upload.upload(name, "application/octet-stream", content);
    }

    private long stored() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
