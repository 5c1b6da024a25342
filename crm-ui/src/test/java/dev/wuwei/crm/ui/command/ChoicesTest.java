package dev.wuwei.crm.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.RegisterLead;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ui.component.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Coded RETIRED = new Coded("old", "传统建材");
    private static final Coded CURRENT = new Coded("new", "绿色建材");

    private final Choices choices = new Choices(
            new Dictionaries() {
                @Override
                public Coded require(DictionaryKind kind, String code, String field) {
                    return CURRENT;
                }

                @Override
                public Coded known(DictionaryKind kind, String code, String field) {
                    return CURRENT;
                }

                @Override
                public List<Coded> all(DictionaryKind kind) {
                    return List.of(CURRENT);
                }

                @Override
                public List<Coded> everything(DictionaryKind kind) {
                    return List.of(RETIRED, CURRENT);
                }
            },
            null,
            null,
            null,
            null);

    @Test
    void what_is_new_gets_an_entry_of_today() {
        assertThat(choices.codes(RegisterLead.class, "industryCode", RETIRED.code()))
                .containsExactly(Option.of(CURRENT));
    }

    @Test
    void a_record_that_is_revised_may_keep_what_it_has() {
        assertThat(choices.codes(ReviseLead.class, "industryCode", RETIRED.code()))
                .containsExactly(Option.of(RETIRED), Option.of(CURRENT));
        assertThat(choices.codes(ReviseLead.class, "industryCode", CURRENT.code()))
                .containsExactly(Option.of(CURRENT));
        assertThat(choices.codes(ReviseLead.class, "industryCode", null)).containsExactly(Option.of(CURRENT));
    }
}
