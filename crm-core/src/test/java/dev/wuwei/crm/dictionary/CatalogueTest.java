package dev.wuwei.crm.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.dictionary.DictionaryEvent.EntryAdded;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMerged;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryMoved;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryRenamed;
import dev.wuwei.crm.dictionary.DictionaryEvent.EntryReopened;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DatedEntry;
import dev.wuwei.crm.shared.DictionaryKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final DictionaryKind KIND = DictionaryKind.PARK;
    private static final DictionaryId PARKS = DictionaryId.of(KIND);
    private static final Coded NORTH = new Coded("north", "北区");
    private static final Coded SOUTH = new Coded("south", "南区");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static Catalogue parks(DictionaryEvent... changes) {
        return Catalogue.of(
                List.of(
                        new DatedEntry("north", "北区", Map.of(LocalDate.of(2018, 6, 30), "北部园区"), null, null),
                        DatedEntry.unchanged(SOUTH),
                        DatedEntry.unchanged(new Coded("other", "其他"))),
                List.of(changes));
    }

    @Test
    void what_is_listed_holds_since_ever() {
        Catalogue parks = parks();
        assertThat(parks.nameOn("north", LocalDate.of(2018, 6, 30))).isEqualTo("北部园区");
        assertThat(parks.nameOn("north", LocalDate.of(2018, 7, 1))).isEqualTo("北区");
        assertThat(parks.nameOn("south", LocalDate.of(1990, 1, 1))).isEqualTo("南区");
        assertThat(parks.nameOn("east", DAY)).isNull();
    }

    @Test
    void a_name_holds_from_its_day_on() {
        Catalogue parks = parks(new EntryRenamed(PARKS, KIND, NORTH, "北部新区", DAY));
        assertThat(parks.nameOn("north", DAY.minusDays(1))).isEqualTo("北区");
        assertThat(parks.nameOn("north", DAY)).isEqualTo("北部新区");
        assertThat(parks.offeredOn(DAY)).extracting(Coded::name).containsExactly("北部新区", "南区", "其他");
    }

    @Test
    void what_became_a_part_of_another_is_offered_no_more_and_goes_along_its_way() {
        Coded east = new Coded("east", "东区");
        Catalogue parks = parks(
                new EntryAdded(PARKS, KIND, east, null, DAY.minusYears(1)),
                new EntryMerged(PARKS, KIND, NORTH, east, DAY),
                new EntryMerged(PARKS, KIND, east, SOUTH, DAY.plusYears(1)));
        assertThat(parks.becomeOn("north", DAY.minusDays(1))).isEqualTo("north");
        assertThat(parks.becomeOn("north", DAY)).isEqualTo("east");
        assertThat(parks.becomeOn("north", DAY.plusYears(1))).isEqualTo("south");
        assertThat(parks.offeredOn(DAY)).extracting(Coded::code).containsExactly("south", "east", "other");
        assertThat(parks.isCurrentOn("east", DAY.minusYears(2))).isFalse();
    }

    @Test
    void what_belongs_under_another_goes_to_the_top_of_its_day() {
        Coded county = new Coded("county", "全县");
        Coded east = new Coded("east", "东区");
        Catalogue parks = parks(
                new EntryAdded(PARKS, KIND, county, null, DAY),
                new EntryAdded(PARKS, KIND, east, SOUTH, DAY),
                new EntryMoved(PARKS, KIND, SOUTH, county, DAY.plusYears(1)));
        assertThat(parks.topOn("east", DAY)).isEqualTo("south");
        assertThat(parks.topOn("east", DAY.plusYears(1))).isEqualTo("county");
        assertThat(parks.topOn("north", DAY.plusYears(1))).isEqualTo("north");
    }

    @Test
    void what_is_there_again_keeps_the_time_in_between() {
        Catalogue parks = parks(
                new EntryMerged(PARKS, KIND, NORTH, SOUTH, DAY),
                new EntryReopened(PARKS, KIND, NORTH, DAY.plusYears(1)));
        assertThat(parks.becomeOn("north", DAY)).isEqualTo("south");
        assertThat(parks.becomeOn("north", DAY.plusYears(1))).isEqualTo("north");
        assertThat(parks.hasPast()).isTrue();
        assertThat(Catalogue.of(List.of(DatedEntry.unchanged(SOUTH)), List.of()).hasPast())
                .isFalse();
    }
}
