package io.sluice.gateway.admission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A random secret that stays with a data directory, so that a demo's tokens outlive its restart. */
public final class TokenSecret {
    private static final String FILE_NAME = "token.secret";

    private TokenSecret() {}

    /**
     * The directory's secret, made when there is none yet.
     *
     * @return base64url, readable by the owner only where the file system knows owners.
     */
    public static String of(final Path dataDirectory) throws IOException {
        final Path file = dataDirectory.resolve(FILE_NAME);
        if (Files.notExists(file)) {
            Files.createDirectories(dataDirectory);
            create(file);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private static void create(final Path file) throws IOException {
        final byte[] random = new byte[TokenIssuer.MIN_SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        // Under another name first: whoever dies here leaves no empty secret behind.
        final Path draft = Files.createTempFile(file.getParent(), FILE_NAME, ".draft");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
