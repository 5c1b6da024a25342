package dev.wuwei.crm.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The directory that an installation keeps everything in: the database cluster, the server's binaries, the secrets. One
 * application holds it at a time; the lock is the operating system's and so dies with the process, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws DataDirectoryException when another application holds the directory, or it cannot be written */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(root);
            restrict(root, "rwx------");
            Path lockFile = root.resolve("wuwei.lock");
            channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                throw inUse(root, lockFile);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            close(channel);
            throw new DataDirectoryException(
                    "The data directory " + root + " cannot be used: " + e.getMessage(),
                    "Give a directory that this user may write, with --data DIR or WUWEI_DATA.",
                    e);
        } catch (DataDirectoryException e) {
            close(channel);
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static DataDirectoryException inUse(Path root, Path lockFile) throws IOException {
        String pid = Files.readString(lockFile).strip();
        return new DataDirectoryException(
                "Another Wuwei" + (pid.isEmpty() ? "" : " (process " + pid + ")") + " is running on " + root + ".",
                "Stop it first, or start this one on a directory of its own with --data DIR.",
                null);
    }

    public Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** Beside the cluster, not in the temporary directory, whose cleaner would pull them away from under the server. */
    Path binaries() {
        return root.resolve("postgres-bin");
    }

    Path secretFile(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /**
     * A secret of this installation, made on first use and readable by its owner alone.
     *
     * @param bytes its strength
     * @return base64url without padding
     */
    public String secret(String name, int bytes) {
        Path file = secretFile(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            Files.createDirectories(file.getParent());
            restrict(file.getParent(), "rwx------");
            byte[] random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Path draft = file.resolveSibling(name + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            restrict(draft, "rw-------");
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void restrict(Path path, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
