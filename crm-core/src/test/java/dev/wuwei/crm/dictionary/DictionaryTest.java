package dev.wuwei.crm.dictionary;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_INDUSTRY;

import dev.wuwei.crm.dictionary.DictionaryCommand.AddEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.MergeEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.MoveEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.RenameEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.ReopenEntry;
import dev.wuwei.crm.dictionary.DictionaryCommand.RetireEntry;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryAdded;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMerged;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMoved;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRenamed;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryReopened;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRetired;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private static final DictionaryKind KIND = DictionaryKind.INDUSTRY;
    private static final DictionaryId INDUSTRIES = DictionaryId.of(KIND);
    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);
    private static final LocalDate YEAR = LocalDate.of(2024, 1, 1);
    private static final String WHY = "机构改革";
    private static final Coded CELLS = new Coded("cells", "电芯");

    private final AggregateScenario<Dictionary> industries =
            AggregateScenario.of(Dictionary.class).by(AggregateScenario.SENDER, Role.ADMINISTRATOR);

    private static EntryAdded added(Coded parent) {
        return new EntryAdded(INDUSTRIES, KIND, CELLS, parent, JULY);
    }

    private static EntryRenamed renamed(LocalDate from) {
        return new EntryRenamed(INDUSTRIES, KIND, INDUSTRY, "先进材料", from);
    }

    private static EntryMerged merged(LocalDate from) {
        return new EntryMerged(INDUSTRIES, KIND, INDUSTRY, OTHER_INDUSTRY, from);
    }

    @Nested
    class Add {
        @Test
        void emits_entry_added_below_another_one() {
            industries
                    .when(new AddEntry(INDUSTRIES, "cells", " 电芯 ", OTHER_INDUSTRY.code(), JULY, WHY))
                    .emits(added(OTHER_INDUSTRY));
        }

        @Test
        void emits_entry_added_with_a_name_that_was_given_up() {
            industries
                    .given(renamed(JULY))
                    .when(new AddEntry(INDUSTRIES, "cells", INDUSTRY.name(), null, YEAR, WHY))
                    .emitsTypes(EntryAdded.class);
        }

        @Test
        void rejects_code_of_an_entry_even_when_it_is_there_no_more() {
            industries
                    .given(merged(JULY))
                    .when(new AddEntry(INDUSTRIES, INDUSTRY.code(), "电芯", null, YEAR, WHY))
                    .rejects(DictionaryRule.CODE_TAKEN);
        }

        @Test
        void rejects_code_with_other_characters() {
            industries
                    .when(new AddEntry(INDUSTRIES, "电芯", "电芯", null, JULY, WHY))
                    .rejects(DictionaryRule.CODE_FORM);
        }

        @Test
        void rejects_name_of_a_current_entry() {
            industries
                    .when(new AddEntry(INDUSTRIES, "cells", INDUSTRY.name(), null, JULY, WHY))
                    .rejects(DictionaryRule.NAME_TAKEN)
                    .naming(INDUSTRY.code());
        }

        @Test
        void rejects_unknown_parent() {
            industries
                    .when(new AddEntry(INDUSTRIES, "cells", "电芯", NO_SUCH_CODE, JULY, WHY))
                    .rejects(DictionaryRule.UNKNOWN_PARENT);
        }

        @Test
        void rejects_parent_that_is_a_part_of_another() {
            industries
                    .given(merged(YEAR))
                    .when(new AddEntry(INDUSTRIES, "cells", "电芯", INDUSTRY.code(), JULY, WHY))
                    .rejects(DictionaryRule.PARENT_RETIRED);
        }

        @Test
        void rejects_a_kind_of_project_that_no_policy_file_knows() {
            industries
                    .when(new AddEntry(DictionaryId.of(DictionaryKind.PROJECT_TYPE), "lease", "租赁", null, JULY, WHY))
                    .rejects(DictionaryRule.KEPT_WITH_POLICIES);
        }

        @Test
        void rejects_every_wrong_field_at_once() {
            industries
                    .when(new AddEntry(INDUSTRIES, " ", " ", NO_SUCH_CODE, TODAY.plusDays(1), " "))
                    .rejectsAll(
                            SharedRule.REQUIRED,
                            DictionaryRule.UNKNOWN_PARENT,
                            SharedRule.IN_FUTURE,
                            SharedRule.REASON_REQUIRED);
        }

        @Test
        void rejects_an_id_of_no_dictionary() {
            industries
                    .when(new AddEntry(new DictionaryId(new UUID(0x7000L, 9)), "cells", "电芯", null, JULY, WHY))
                    .rejects(DictionaryRule.UNKNOWN_DICTIONARY);
        }

        @Test
        void rejects_somebody_who_sees_some_parks_only() {
            industries
                    .seeing("park-a")
                    .when(new AddEntry(INDUSTRIES, "cells", "电芯", null, JULY, WHY))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Rename {
        @Test
        void emits_entry_renamed_with_the_name_that_it_had() {
            industries
                    .when(new RenameEntry(INDUSTRIES, INDUSTRY.code(), "先进材料", JULY, WHY))
                    .emits(renamed(JULY));
        }

        @Test
        void rejects_the_name_that_it_has() {
            industries
                    .given(renamed(JULY))
                    .when(new RenameEntry(INDUSTRIES, INDUSTRY.code(), "先进材料", YEAR, WHY))
                    .rejects(DictionaryRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_name_of_another_current_entry() {
            industries
                    .when(new RenameEntry(INDUSTRIES, INDUSTRY.code(), OTHER_INDUSTRY.name(), JULY, WHY))
                    .rejects(DictionaryRule.NAME_TAKEN);
        }

        @Test
        void rejects_unknown_entry() {
            industries
                    .when(new RenameEntry(INDUSTRIES, NO_SUCH_CODE, "先进材料", JULY, WHY))
                    .rejects(DictionaryRule.UNKNOWN_ENTRY);
        }

        @Test
        void rejects_entry_that_is_a_part_of_another() {
            industries
                    .given(merged(JULY))
                    .when(new RenameEntry(INDUSTRIES, INDUSTRY.code(), "先进材料", YEAR, WHY))
                    .rejects(DictionaryRule.ENTRY_RETIRED)
                    .naming(INDUSTRY.name());
        }

        @Test
        void rejects_a_day_before_the_entry_was_there() {
            industries
                    .given(added(null))
                    .when(new RenameEntry(INDUSTRIES, "cells", "电池芯", JULY.minusDays(1), WHY))
                    .rejects(SharedRule.TOO_EARLY);
        }

        @Test
        void rejects_a_day_before_its_last_change() {
            industries
                    .given(renamed(YEAR))
                    .when(new RenameEntry(INDUSTRIES, INDUSTRY.code(), "新型材料", JULY, WHY))
                    .rejects(SharedRule.TOO_EARLY);
        }

        @Test
        void emits_entry_renamed_of_a_kind_of_project() {
            industries
                    .when(new RenameEntry(
                            DictionaryId.of(DictionaryKind.PROJECT_TYPE),
                            TestDictionaries.PROJECT_TYPE.code(),
                            "新供地项目",
                            JULY,
                            WHY))
                    .emitsTypes(EntryRenamed.class);
        }
    }

    @Nested
    class Move {
        @Test
        void emits_entry_moved() {
            industries
                    .given(added(null))
                    .when(new MoveEntry(INDUSTRIES, "cells", INDUSTRY.code(), YEAR, WHY))
                    .emits(new EntryMoved(INDUSTRIES, KIND, CELLS, INDUSTRY, YEAR));
        }

        @Test
        void emits_entry_moved_to_the_top() {
            industries
                    .given(added(INDUSTRY))
                    .when(new MoveEntry(INDUSTRIES, "cells", null, YEAR, WHY))
                    .emits(new EntryMoved(INDUSTRIES, KIND, CELLS, null, YEAR));
        }

        @Test
        void rejects_the_place_where_it_is() {
            industries
                    .given(added(INDUSTRY))
                    .when(new MoveEntry(INDUSTRIES, "cells", INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.NOTHING_CHANGED);
        }

        @Test
        void rejects_a_place_below_itself() {
            industries
                    .given(added(INDUSTRY))
                    .when(new MoveEntry(INDUSTRIES, INDUSTRY.code(), "cells", YEAR, WHY))
                    .rejects(DictionaryRule.PARENT_CIRCLE);
        }

        @Test
        void rejects_a_place_that_is_below_it_on_a_later_day() {
            industries
                    .given(added(null), new EntryMoved(INDUSTRIES, KIND, CELLS, INDUSTRY, YEAR))
                    .when(new MoveEntry(INDUSTRIES, INDUSTRY.code(), "cells", JULY, WHY))
                    .rejects(DictionaryRule.PARENT_CIRCLE);
        }
    }

    @Nested
    class Merge {
        @Test
        void emits_entry_merged() {
            industries
                    .when(new MergeEntry(INDUSTRIES, INDUSTRY.code(), OTHER_INDUSTRY.code(), YEAR, WHY))
                    .emits(merged(YEAR));
        }

        @Test
        void rejects_unknown_successor() {
            industries
                    .when(new MergeEntry(INDUSTRIES, INDUSTRY.code(), NO_SUCH_CODE, YEAR, WHY))
                    .rejects(DictionaryRule.UNKNOWN_SUCCESSOR);
        }

        @Test
        void rejects_itself_as_successor() {
            industries
                    .when(new MergeEntry(INDUSTRIES, INDUSTRY.code(), INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.SUCCESSOR_CIRCLE);
        }

        @Test
        void rejects_successor_that_is_a_part_of_another() {
            industries
                    .given(added(null), merged(JULY))
                    .when(new MergeEntry(INDUSTRIES, "cells", INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.SUCCESSOR_RETIRED);
        }

        @Test
        void rejects_successor_that_was_a_part_of_this_one_in_between() {
            industries
                    .given(merged(JULY), new EntryReopened(INDUSTRIES, KIND, INDUSTRY, YEAR))
                    .when(new MergeEntry(INDUSTRIES, OTHER_INDUSTRY.code(), INDUSTRY.code(), JULY.minusDays(1), WHY))
                    .rejects(DictionaryRule.SUCCESSOR_RETIRED);
        }

        @Test
        void rejects_a_successor_below_it() {
            industries
                    .given(added(INDUSTRY))
                    .when(new MergeEntry(INDUSTRIES, INDUSTRY.code(), "cells", YEAR, WHY))
                    .rejects(DictionaryRule.SUCCESSOR_CIRCLE);
        }
    }

    @Nested
    class Retire {
        @Test
        void emits_entry_retired() {
            industries
                    .when(new RetireEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .emits(new EntryRetired(INDUSTRIES, KIND, INDUSTRY, YEAR));
        }

        @Test
        void rejects_entry_that_is_retired() {
            industries
                    .given(new EntryRetired(INDUSTRIES, KIND, INDUSTRY, JULY))
                    .when(new RetireEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.ENTRY_RETIRED);
        }

        @Test
        void rejects_the_last_entry() {
            industries
                    .given(new EntryRetired(INDUSTRIES, KIND, OTHER_INDUSTRY, JULY))
                    .when(new RetireEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.LAST_ENTRY);
        }
    }

    @Nested
    class Reopen {
        @Test
        void emits_entry_reopened_after_a_merger() {
            industries
                    .given(merged(JULY))
                    .when(new ReopenEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .emits(new EntryReopened(INDUSTRIES, KIND, INDUSTRY, YEAR));
        }

        @Test
        void rejects_entry_that_is_offered() {
            industries
                    .when(new ReopenEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .rejects(DictionaryRule.ENTRY_CURRENT);
        }

        @Test
        void rejects_while_another_entry_is_called_so() {
            industries
                    .given(
                            new EntryRetired(INDUSTRIES, KIND, INDUSTRY, JULY),
                            new EntryRenamed(INDUSTRIES, KIND, OTHER_INDUSTRY, INDUSTRY.name(), YEAR))
                    .when(new ReopenEntry(INDUSTRIES, INDUSTRY.code(), YEAR, WHY))
                    .rejectsAt("code", DictionaryRule.NAME_TAKEN);
        }
    }
}
