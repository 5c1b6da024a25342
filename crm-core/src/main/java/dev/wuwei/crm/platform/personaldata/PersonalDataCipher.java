package dev.wuwei.crm.platform.personaldata;

import dev.wuwei.crm.shared.PersonalData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a key per person. The person's id is authenticated with the text, so neither can be exchanged. */
public final class PersonalDataCipher {
    private static final String PREFIX = "enc1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(PersonalDataCipher::cipher);

    private final Keys keys;

    public PersonalDataCipher(Keys keys) {
        this.keys = keys;
    }

    /** Where persons' keys come from. */
    public interface Keys {
        /** @return the person's key, made now if there is none; empty when the person was erased */
        Optional<SecretKey> forWriting(UUID person);

        /** @return empty when the person was erased */
        Optional<SecretKey> forReading(UUID person);
    }

    /** @return the encrypted text; {@link PersonalData#ERASED_VALUE} when the person was erased before */
    String encrypt(UUID person, String text) {
        return keys.forWriting(person)
                .map(key -> PREFIX
                        + Base64.getEncoder()
                                .withoutPadding()
                                .encodeToString(seal(key, bytes(person), text.getBytes(StandardCharsets.UTF_8))))
                .orElse(PersonalData.ERASED_VALUE);
    }

    /** @return the text; {@link PersonalData#ERASED_VALUE} when the person was erased */
    String decrypt(UUID person, String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        return keys.forReading(person)
                .map(key -> new String(
                        open(key, bytes(person), Base64.getDecoder().decode(stored.substring(PREFIX.length()))),
                        StandardCharsets.UTF_8))
                .orElse(PersonalData.ERASED_VALUE);
    }

    static SecretKey newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key(key);
    }

    static SecretKey key(byte[] raw) {
        return new SecretKeySpec(raw, "AES");
    }

    static byte[] seal(SecretKey key, byte[] associated, byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] open(SecretKey key, byte[] associated, byte[] sealed) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Personal data cannot be decrypted: wrong master key, or altered data", e);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
