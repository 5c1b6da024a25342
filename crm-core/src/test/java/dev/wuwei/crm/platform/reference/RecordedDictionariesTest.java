package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMerged;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRenamed;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RecordedDictionariesTest {
    private static final DictionaryKind KIND = DictionaryKind.INDUSTRY;
    private static final DictionaryId INDUSTRIES = DictionaryId.of(KIND);
    private static final Coded INDUSTRY = TestDictionaries.INDUSTRY;
    private static final LocalDate DAY = LocalDate.of(2023, 7, 1);

    private HikariDataSource dataSource;
    private TransactionTemplate transaction;
    private final List<DictionaryEvent> recorded = new ArrayList<>();
    private int read;
    private Dictionaries here;
    private Dictionaries onAnotherNode;

    @BeforeEach
    void open() {
        dataSource = TestPostgres.migratedDataSource();
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        here = node();
        onAnotherNode = node();
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private Dictionaries node() {
        return new RecordedDictionaries(
                dataSource,
                kind -> {
                    read++;
                    return recorded.stream()
                            .filter(event -> event.dictionary() == kind)
                            .toList();
                },
                new TestDictionaries());
    }

    private void record(DictionaryEvent event) {
        StoredEvent.append(dataSource, event.dictionaryId(), "Dictionary", recorded.size(), event);
        recorded.add(event);
    }

    private static EntryRenamed renamed(String name) {
        return new EntryRenamed(INDUSTRIES, KIND, INDUSTRY, name, DAY);
    }

    private static String name(Dictionaries dictionaries) {
        return dictionaries.require(KIND, INDUSTRY.code(), "industryCode").name();
    }

    @Test
    void a_new_name_holds_on_every_node_as_soon_as_it_is_stored() {
        assertThat(name(here)).isEqualTo(INDUSTRY.name());
        assertThat(name(onAnotherNode)).isEqualTo(INDUSTRY.name());

        record(renamed("先进材料"));

        assertThat(name(here)).isEqualTo("先进材料");
        assertThat(name(onAnotherNode)).isEqualTo("先进材料");
        assertThat(here.all(KIND)).extracting(Coded::name).containsExactly("先进材料", "电子信息");
    }

    @Test
    void a_name_that_was_taken_back_before_it_was_stored_is_forgotten() {
        transaction.executeWithoutResult(status -> {
            record(renamed("先进材料"));
            assertThat(name(here)).isEqualTo("先进材料");
            status.setRollbackOnly();
        });
        recorded.clear();
        assertThat(name(here)).isEqualTo(INDUSTRY.name());

        record(renamed("新型材料"));
        assertThat(name(here)).isEqualTo("新型材料");
    }

    @Test
    void what_became_a_part_of_another_is_refused_for_what_is_new_and_known_of_what_is_old() {
        record(new EntryMerged(INDUSTRIES, KIND, INDUSTRY, TestDictionaries.OTHER_INDUSTRY, DAY));

        assertThatThrownBy(() -> here.require(KIND, INDUSTRY.code(), "industryCode"))
                .isInstanceOfSatisfying(RuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(SharedRule.NO_LONGER_OFFERED);
                    assertThat(e.violations().getFirst().args())
                            .containsExactly(INDUSTRY.name(), DAY.minusDays(1), TestDictionaries.OTHER_INDUSTRY.name());
                });
        assertThat(here.known(KIND, INDUSTRY.code(), "industryCode")).isEqualTo(INDUSTRY);
        assertThat(here.optional(KIND, INDUSTRY.code(), INDUSTRY, "industryCode"))
                .isEqualTo(INDUSTRY);
        assertThat(here.all(KIND)).containsExactly(TestDictionaries.OTHER_INDUSTRY);
        assertThat(here.everything(KIND)).containsExactly(INDUSTRY, TestDictionaries.OTHER_INDUSTRY);
    }

    @Test
    void nothing_is_read_again_while_nothing_has_changed() {
        record(renamed("先进材料"));
        name(here);
        int before = read;
        transaction.executeWithoutResult(status -> name(here));
        name(here);
        assertThat(read).isEqualTo(before);
    }
}
