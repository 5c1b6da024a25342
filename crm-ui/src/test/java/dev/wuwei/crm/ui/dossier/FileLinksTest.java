package dev.wuwei.crm.ui.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.streams.DownloadResponse;
import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.CurrentUser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a link is asked again who he is: a page that was open when a scope was narrowed opens nothing more. */
class FileLinksTest {
    private static final byte[] PDF = "%PDF-1.7 agreement".getBytes(StandardCharsets.UTF_8);
    private static final CurrentUser READER =
            new CurrentUser(StaffId.next(), "李丁", Set.of(Role.PROMOTER), Set.of("liangchan"));
    private static final CurrentUser STRANGER =
            new CurrentUser(StaffId.next(), "周戊", Set.of(Role.PROMOTER), Set.of("wuxi"));

    @TempDir
    Path directory;

    private final ProjectId project = ProjectId.next();
    private final DossierQuery dossiers = mock(DossierQuery.class);
    private FileStore files;
    private Attachment file;

    @BeforeEach
    void one_reader_sees_the_project_and_its_file() {
        files = new FileStore(directory, 1024);
        file = files.store(new ByteArrayInputStream(PDF), "协议.pdf");
        when(dossiers.attachment(any(), any(), any(), any(), any())).thenReturn(Optional.empty());
        when(dossiers.attachment(eq(project), eq(file.sha256()), any(), eq(viewer(READER)), any()))
                .thenReturn(Optional.of(file));
    }

    @Test
    void a_reader_gets_the_file_under_its_name() throws IOException {
        DownloadResponse response = links().open(file.sha256(), READER);

        assertThat(response.hasError()).isFalse();
        assertThat(response.getFileName()).isEqualTo("协议.pdf");
        assertThat(response.getContentLength()).isEqualTo(PDF.length);
        assertThat(response.getInputStream().readAllBytes()).isEqualTo(PDF);
    }

    @Test
    void somebody_from_another_park_gets_nothing_even_with_the_hash() {
        assertThat(links().open(file.sha256(), STRANGER).getError()).isEqualTo(404);
    }

    @Test
    void a_file_that_no_event_put_into_the_project_is_not_there() {
        Attachment other = files.store(new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), "别的.csv");

        assertThat(links().open(other.sha256(), READER).getError()).isEqualTo(404);
    }

    private FileLinks links() {
        return new FileLinks(project, AsOf.NOW, dossiers, files);
    }

    private static Viewer viewer(CurrentUser user) {
        return user.viewer();
    }
}
