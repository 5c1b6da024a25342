package dev.wuwei.crm.platform.files;

import dev.wuwei.crm.shared.RuleViolated;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Tells a file's type by looking into it, and refuses what only pretends, or would blow up whoever opens it. */
final class ContentSniffer {
    private static final int HEAD = 64 * 1024;
    private static final int MOST_ENTRIES = 10_000;
    /** Office files pack text well, but nothing honest packs a hundredfold as a whole. */
    private static final long RATIO = 100;

    private static final long ALWAYS_FINE = 10L * 1024 * 1024;
    private static final long MOST_UNPACKED = 500L * 1024 * 1024;
    private static final long MOST_PIXELS = 120_000_000L;

    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");

    private ContentSniffer() {}

    /** @throws RuleViolated {@link FilesRule} */
    static FileType sniff(Path file, String extension) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        FileType found = byContent(file, head, extension);
        if (found == null) {
            throw new RuleViolated(FilesRule.CONTENT_UNKNOWN, extension);
        }
        if (!found.extensions().contains(extension)) {
            throw new RuleViolated(FilesRule.CONTENT_DIFFERS, found.extensions().getFirst());
        }
        return found;
    }

    private static FileType byContent(Path file, byte[] head, String extension) throws IOException {
        if (starts(head, PNG)) {
            requireSanePng(head);
            return FileType.PNG;
        }
        if (starts(head, JPEG)) {
            return FileType.JPEG;
        }
        if (starts(head, "RIFF".getBytes(StandardCharsets.US_ASCII))
                && ascii(head, 8, 4).equals("WEBP")) {
            return FileType.WEBP;
        }
        if (ascii(head, 0, 1024).contains("%PDF-")) {
            return FileType.PDF;
        }
        if (starts(head, OLE)) {
            return FileType.OLE;
        }
        if (starts(head, ZIP)) {
            return zip(file);
        }
        if (isText(head)) {
            return switch (extension) {
                case "csv" -> FileType.CSV;
                case "txt" -> FileType.TEXT;
                // Programs and web pages are text too; only under these two names is text just text.
                default -> null;
            };
        }
        return null;
    }

    private static FileType zip(Path file) throws IOException {
        long packed = Files.size(file);
        long most = Math.min(MOST_UNPACKED, Math.max(ALWAYS_FINE, packed * RATIO));
        long unpacked = 0;
        int entries = 0;
        FileType found = null;
        byte[] buffer = new byte[8192];
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new RuleViolated(FilesRule.COMPRESSED_TOO_FAR);
                }
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw new RuleViolated(FilesRule.TYPE_NOT_ALLOWED, FileType.allExtensions());
                }
                found = found == null ? office(name) : found;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > most) {
                        throw new RuleViolated(FilesRule.COMPRESSED_TOO_FAR);
                    }
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new RuleViolated(FilesRule.DAMAGED);
        }
        return found;
    }

    private static FileType office(String entry) {
        return switch (entry) {
            case "word/document.xml" -> FileType.DOCX;
            case "xl/workbook.xml", "xl/workbook.bin" -> FileType.XLSX;
            case "ppt/presentation.xml" -> FileType.PPTX;
            case "ofd.xml" -> FileType.OFD;
            default -> null;
        };
    }

    private static void requireSanePng(byte[] head) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(head))) {
            in.skipNBytes(16);
            long pixels = Integer.toUnsignedLong(in.readInt()) * Integer.toUnsignedLong(in.readInt());
            if (pixels < 0 || pixels > MOST_PIXELS) {
                throw new RuleViolated(FilesRule.COMPRESSED_TOO_FAR);
            }
        } catch (IOException e) {
            throw new RuleViolated(FilesRule.DAMAGED);
        }
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")).stream()
                .anyMatch(charset -> decodes(head, charset));
    }

    private static boolean decodes(byte[] head, Charset charset) {
        // The head may end in the middle of a character.
        for (int cut = 0; cut < 4 && cut < head.length; cut++) {
            try {
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                if (head.length < HEAD) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static String ascii(byte[] head, int from, int length) {
        int end = Math.min(head.length, from + length);
        return from >= end ? "" : new String(head, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
