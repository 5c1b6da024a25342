package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.files.FileStore;
import dev.wuwei.crm.platform.files.FileType;
import dev.wuwei.crm.projections.dossier.DossierQuery;
import dev.wuwei.crm.projections.ledger.ProjectView;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Today;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files: handed in first, then named by the command that they belong to, and read through the project that holds them. */
@RestController
@RequestMapping("/api/v1")
class AttachmentController {
    private final FileStore files;
    private final DossierQuery dossiers;
    private final ProjectController.ProjectFinder finder;

    AttachmentController(FileStore files, DossierQuery dossiers, ProjectController.ProjectFinder finder) {
        this.files = files;
        this.dossiers = dossiers;
        this.finder = finder;
    }

    /** @return what a command's {@code attachments} say of the file */
    @PostMapping(
            path = "/attachments",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Attachment hand(@RequestPart("file") MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return files.store(content, file.getOriginalFilename());
        }
    }

    /** A file is seen by whoever sees the project that an event put it into; knowing its hash opens nothing. */
    @GetMapping("/projects/{idOrNo}/attachments/{sha256}")
    ResponseEntity<InputStreamResource> read(@PathVariable String idOrNo, @PathVariable String sha256) {
        Viewer viewer = Account.viewer();
        ProjectView project = finder.find(idOrNo, AsOf.NOW, viewer);
        Attachment attachment = dossiers.attachment(project.projectId(), sha256, AsOf.NOW, viewer, Today.date())
                .orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        InputStream content = files.open(sha256).orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        ContentDisposition disposition = (FileType.isShownInPlace(attachment.contentType())
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(
                        FileType.isKnown(attachment.contentType())
                                ? MediaType.parseMediaType(attachment.contentType())
                                : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(attachment.size())
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content));
    }
}
