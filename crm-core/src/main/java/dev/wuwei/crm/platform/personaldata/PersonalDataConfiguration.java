package dev.wuwei.crm.platform.personaldata;

import dev.wuwei.crm.platform.postgres.DataDirectory;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The master key comes from {@code wuwei.master-key} (32 bytes, base64). Beside the embedded database it is made on first
 * start and kept in the data directory; beside any other it must be given.
 */
@Configuration(proxyBeanMethods = false)
public class PersonalDataConfiguration {
    private static final int KEY_BYTES = 32;

    @Bean
    PersonKeyStore personKeyStore(
            DataSource dataSource,
            ObjectProvider<DataDirectory> directory,
            @Value("${wuwei.master-key:}") String configured) {
        return new PersonKeyStore(dataSource, masterKey(configured, directory.getIfAvailable()));
    }

    @Bean
    PersonalDataModule personalDataModule(PersonKeyStore keys) {
        return new PersonalDataModule(new PersonalDataCipher(keys));
    }

    private static SecretKey masterKey(String configured, DataDirectory directory) {
        String text = configured;
        if (text.isBlank()) {
            if (directory == null) {
                throw new IllegalStateException(
                        "wuwei.master-key is not set: 32 random bytes in base64, for example from `openssl rand -base64 32`."
                                + " Keep it apart from the database; without it personal data cannot be read.");
            }
            text = directory.secret("master-key", KEY_BYTES);
        }
        byte[] raw = Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
        if (raw.length != KEY_BYTES) {
            throw new IllegalStateException("wuwei.master-key must be 32 bytes in base64, not " + raw.length);
        }
        return PersonalDataCipher.key(raw);
    }
}
