package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.testing.TestDictionaries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingFileTest {
    @TempDir
    Path own;

    @Test
    void the_shipped_policy_counts_formal_agreements_each_change_on_its_date() {
        CountingRules rules = new CountingFile(new ReferenceFiles(own), new TestDictionaries()).rules();
        assertThat(rules)
                .isEqualTo(new CountingRules(
                        List.of(AgreementKind.FORMAL),
                        Upgrade.AT_UPGRADE,
                        AmountChange.DIFFERENCE_ON_ITS_DATE,
                        Ending.ON_ITS_DATE,
                        null,
                        true,
                        List.of(),
                        List.of(BigDecimal.ONE, new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("50"))));
    }

    @Test
    void a_file_that_counts_twice_stops_the_start() throws IOException {
        Path file = own.resolve("policies/counting.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                rules:
                  kinds: [FRAMEWORK, FORMAL]
                  upgrade: AGAIN
                  amountChange: DIFFERENCE_ON_ITS_DATE
                  ending: ON_ITS_DATE
                  creditFollowsOwner: true
                  bands: [1]
                """);
        assertThatThrownBy(() -> new CountingFile(new ReferenceFiles(own), new TestDictionaries()))
                .hasMessageContaining("policies/counting.yml")
                .hasMessageContaining("counting.counted-twice");
    }
}
