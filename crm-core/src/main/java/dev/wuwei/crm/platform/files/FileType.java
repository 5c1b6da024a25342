package dev.wuwei.crm.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken, known by their content and not by what their name says. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    /** 版式文件, the national format of official documents. */
    OFD("application/ofd", "ofd"),
    /** Word, Excel and PowerPoint before 2007, and WPS: one container, told apart by the name alone. */
    OLE("application/msword", "doc", "xls", "ppt", "wps", "et", "dps"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv");

    private final String contentType;
    private final List<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    public List<String> extensions() {
        return extensions;
    }

    /** @param extension of the name, in lower case */
    public String contentType(String extension) {
        return this == OLE
                ? switch (extension) {
                    case "xls", "et" -> "application/vnd.ms-excel";
                    case "ppt", "dps" -> "application/vnd.ms-powerpoint";
                    default -> contentType;
                }
                : contentType;
    }

    /** @return whether it is the content type of a kind of file that is taken */
    public static boolean isKnown(String contentType) {
        return Arrays.stream(values())
                .flatMap(type -> type.extensions.stream().map(type::contentType))
                .anyMatch(known -> known.equals(contentType));
    }

    /** @return whether a browser may show it in place; everything else is saved */
    public static boolean isShownInPlace(String contentType) {
        return Set.of(PDF.contentType, JPEG.contentType, PNG.contentType, WEBP.contentType)
                .contains(contentType);
    }

    static Optional<FileType> named(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** @return every extension that is taken, for the picker and for messages */
    public static List<String> allExtensions() {
        return Arrays.stream(values()).flatMap(type -> type.extensions.stream()).toList();
    }

    /** @return the extensions of what is shown as a picture */
    public static List<String> pictureExtensions() {
        return Arrays.stream(values())
                .filter(type -> type.contentType.startsWith("image/"))
                .flatMap(type -> type.extensions.stream())
                .toList();
    }

    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
