package dev.wuwei.crm.publication;

import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a report comes to in one number: SHA-256, in hexadecimal, of its parts in a fixed order, each written as the number of its
 * UTF-8 bytes, a colon, the text and a line break. A part that is not there has the length {@code -}. Whoever has the report can
 * reckon it again; the form never changes, another one gets another first line.
 */
public final class PublicationDigest {
    private static final String FORM = "wuwei-publication/1";

    private PublicationDigest() {}

    /** @return whether the report is what its digest was made of */
    public static boolean fits(ReportPublished report) {
        return of(report).equals(report.digest());
    }

    /** @return the digest of a report, whatever digest it carries itself */
    public static String of(ReportPublished report) {
        MessageDigest sha = sha256();
        put(sha, FORM);
        put(sha, report.publicationId());
        put(sha, report.title());
        put(sha, report.kind().name());
        put(sha, report.periodFrom());
        put(sha, report.periodTo());
        put(sha, report.asOf());
        put(sha, report.parks().size());
        for (Coded park : report.parks()) {
            put(sha, park.code());
            put(sha, park.name());
        }
        put(sha, report.policy());
        put(sha, report.position());
        put(sha, report.knownAt());
        put(sha, report.breakdowns().size());
        report.breakdowns().forEach(breakdown -> put(sha, breakdown));
        put(sha, report.lines().size());
        for (PublishedLine line : report.lines()) {
            put(sha, line.measure());
            put(sha, line.dimension());
            put(sha, line.code());
            put(sha, line.name());
            put(sha, line.count());
            put(sha, line.sums().size());
            for (Money sum : line.sums()) {
                put(sha, sum.amount().toPlainString());
                put(sha, sum.currency().name());
            }
        }
        put(sha, report.occurredOn());
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void put(MessageDigest sha, Object part) {
        if (part == null) {
            sha.update("-:\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        sha.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(text);
        sha.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
