package dev.wuwei.crm.shared;

/**
 * A file kept beside the events.
 *
 * @param sha256 lower-case hex digest of the content; the file is found by it
 * @param size in bytes
 */
public record Attachment(String sha256, String fileName, String contentType, long size) {

    public boolean showsPicture() {
        return contentType.startsWith("image/");
    }
}
