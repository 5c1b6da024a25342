package dev.wuwei.crm.platform.files;

import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.RuleViolated;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files beside the events, found by the SHA-256 of their content: the same file handed in twice is kept once, and an event
 * that names it names exactly these bytes. Nothing is ever overwritten or removed.
 */
public final class FileStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 200;

    private final Path root;
    private final long largest;

    /**
     * @param root directory, made when missing
     * @param largest size of a file in bytes
     */
    public FileStore(Path root, long largest) {
        this.root = root.toAbsolutePath().normalize();
        this.largest = largest;
    }

    /**
     * Keeps a file.
     *
     * @param fileName as the sender calls it; any directory in it is dropped
     * @return what a command says of it
     * @throws RuleViolated {@link FilesRule}: empty, too large, of a kind that is not taken, not what its name says
     */
    public Attachment store(InputStream content, String fileName) {
        String name = cleanName(fileName);
        String extension = FileType.extension(name);
        if (FileType.named(extension).isEmpty()) {
            throw new RuleViolated(FilesRule.TYPE_NOT_ALLOWED, FileType.allExtensions());
        }
        try {
            Files.createDirectories(root);
            Path arriving = Files.createTempFile(root, "arriving-", ".tmp");
            try {
                MessageDigest digest = sha256();
                long size = copy(content, arriving, digest);
                FileType type = ContentSniffer.sniff(arriving, extension);
                String hash = HexFormat.of().formatHex(digest.digest());
                keep(arriving, path(hash));
                return new Attachment(hash, name, type.contentType(extension), size);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the content, to be closed by the caller; empty when there is no such file */
    public Optional<InputStream> open(String sha256) {
        if (!contains(sha256)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(path(sha256)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean contains(String sha256) {
        return sha256 != null && SHA256.matcher(sha256).matches() && Files.isRegularFile(path(sha256));
    }

    /** @return the largest size of a file in bytes */
    public long largest() {
        return largest;
    }

    /** @return what is said of a larger one */
    public RuleViolated tooLarge() {
        return new RuleViolated(FilesRule.TOO_LARGE, largest / (1024 * 1024) + " MB");
    }

    private long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > largest) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw new RuleViolated(FilesRule.EMPTY);
        }
        return size;
    }

    private static void keep(Path arriving, Path kept) throws IOException {
        if (Files.exists(kept)) {
            return;
        }
        Files.createDirectories(kept.getParent());
        try {
            Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(arriving, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String cleanName(String fileName) {
        if (fileName == null || fileName.isBlank()) {
            throw new RuleViolated(FilesRule.NAME_FORM);
        }
        String normal = Normalizer.normalize(fileName, Normalizer.Form.NFC);
        String last = normal.substring(Math.max(normal.lastIndexOf('/'), normal.lastIndexOf('\\')) + 1)
                .strip();
        boolean odd = last.isEmpty()
                || last.startsWith(".")
                || last.length() > LONGEST_NAME
                || last.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        if (odd) {
            throw new RuleViolated(FilesRule.NAME_FORM);
        }
        return last;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
