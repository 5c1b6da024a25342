package dev.wuwei.crm.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.RuleViolated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {
    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(directory.resolve("files"), 1024 * 1024);
    }

    @Test
    void the_same_content_is_kept_once_and_found_by_its_hash() throws IOException {
        Attachment first = store(PDF, "协议.pdf");
        Attachment second = store(PDF, "C:\\桌面\\另一个名字.PDF");

        assertThat(second.sha256()).isEqualTo(first.sha256()).hasSize(64);
        assertThat(second.fileName()).isEqualTo("另一个名字.PDF");
        assertThat(first.contentType()).isEqualTo("application/pdf");
        assertThat(first.size()).isEqualTo(PDF.length);
        try (InputStream kept = store.open(first.sha256()).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothing_is_found_by_what_is_no_hash() {
        assertThat(store.open("../../etc/passwd")).isEmpty();
        assertThat(store.open(null)).isEmpty();
        assertThat(store.open("0".repeat(64))).isEmpty();
    }

    @Test
    void office_files_are_known_by_what_is_in_them() throws IOException {
        assertThat(store(zip("word/document.xml", 100), "方案.docx").contentType())
                .endsWith("wordprocessingml.document");
        assertThat(store(zip("OFD.xml", 100), "批复.ofd").contentType()).isEqualTo("application/ofd");
        assertThat(store(HexFormat.of().parseHex("d0cf11e0a1b11ae100"), "台账.xls")
                        .contentType())
                .isEqualTo("application/vnd.ms-excel");
        assertThat(store("项目,金额\n甲,1\n".getBytes(Charset.forName("GB18030")), "表.csv")
                        .contentType())
                .isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "logo.svg", "run.exe", "x.zip", "macro.docm", "noextension", "a.pdf.js"})
    void other_kinds_are_refused_by_name(String name) {
        assertThat(refused(PDF, name)).isEqualTo("files.type-not-allowed");
    }

    @Test
    void what_only_pretends_is_refused() throws IOException {
        assertThat(refused("<html><script>".getBytes(StandardCharsets.UTF_8), "a.pdf"))
                .isEqualTo("files.content-unknown");
        assertThat(refused(PDF, "a.png")).isEqualTo("files.content-differs");
        assertThat(refused(zip("xl/workbook.xml", 10), "a.docx")).isEqualTo("files.content-differs");
        assertThat(refused(zip("anything", 10), "a.docx")).isEqualTo("files.content-unknown");
        assertThat(refused(zip("word/vbaProject.bin", 10), "a.docx")).isEqualTo("files.type-not-allowed");
    }

    @Test
    void an_archive_that_unpacks_to_far_more_is_refused() throws IOException {
        assertThat(refused(zip("word/document.xml", 60 * 1024 * 1024), "bomb.docx"))
                .isEqualTo("files.compressed-too-far");
    }

    @Test
    void a_picture_of_absurd_size_is_refused() {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452" + "7fffffff" + "7fffffff" + "08060000");
        assertThat(refused(png, "bomb.png")).isEqualTo("files.compressed-too-far");
    }

    @Test
    void empty_and_too_large_are_refused_and_leave_nothing() throws IOException {
        assertThat(refused(new byte[0], "a.pdf")).isEqualTo("files.empty");
        assertThat(refused(new byte[1024 * 1024 + 1], "a.pdf")).isEqualTo("files.too-large");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".pdf", "a\u202Efdp.pdf", "a\u0000.pdf"})
    void odd_names_are_refused(String name) {
        assertThat(refused(PDF, name)).isEqualTo("files.name-form");
    }

    private Attachment store(byte[] content, String name) {
        return store.store(new ByteArrayInputStream(content), name);
    }

    private String refused(byte[] content, String name) {
        return catchThrowableOfType(RuleViolated.class, () -> store(content, name))
                .code();
    }

    private java.util.List<Path> files() throws IOException {
        Path root = directory.resolve("files");
        if (!Files.exists(root)) {
            return java.util.List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] zip(String entry, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
