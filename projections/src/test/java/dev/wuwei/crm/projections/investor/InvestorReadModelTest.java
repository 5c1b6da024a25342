package dev.wuwei.crm.projections.investor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.TestThresholds;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvestorReadModelTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private InvestorQuery query;

    @Override
    protected ReadModel model() {
        return new InvestorReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(new ProjectReadModel(dataSource, new TestThresholds()));
    }

    @BeforeEach
    void query() {
        query = new InvestorQuery(jdbc);
    }

    @Test
    void is_found_by_every_name_and_by_its_credit_code() {
        for (String term : List.of("甲子食品", "农产品", "91510000ma")) {
            assertThat(query.search(term, 5, EVERYBODY))
                    .as(term)
                    .extracting(InvestorRow::investorId)
                    .containsExactly(story.jiazi);
        }
        InvestorRow row = query.search("甲子", 5, EVERYBODY).getFirst();
        assertThat(row.formerNames()).containsExactly("甲子农产品有限公司");
        assertThat(row.projects()).isEqualTo(1);
        assertThat(query.search("乙丑", 5, EVERYBODY))
                .as("what was merged gives the one it went into, once")
                .extracting(InvestorRow::investorId)
                .containsExactly(story.yichou);
    }

    @Test
    void a_likely_duplicate_is_shown_before_it_is_entered() {
        assertThat(query.duplicates("乙丑纺织有限公司", null, EVERYBODY))
                .singleElement()
                .satisfies(duplicate -> {
                    assertThat(duplicate.investor().investorId()).isEqualTo(story.yichou);
                    assertThat(duplicate.likeness()).isEqualTo(1);
                });
        assertThat(query.duplicates("毫不相干", "91510000MA0000000X", EVERYBODY))
                .singleElement()
                .matches(Duplicate::sameCreditCode);
        assertThat(query.duplicates("丙寅电池有限公司", null, EVERYBODY)).isEmpty();
        assertThat(query.mergeCandidates(10, EVERYBODY)).isEmpty();
    }

    @Test
    void contacts_are_masked_and_an_erased_one_is_gone() {
        assertThat(query.contacts(story.jiazi, EVERYBODY))
                .extracting(Contact::name, Contact::maskedPhone, Contact::erased)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("武巳", "139****5678", false),
                        org.assertj.core.api.Assertions.tuple(
                                PersonalData.ERASED_VALUE, PersonalData.ERASED_VALUE, true));
        assertThat(query.reveal(story.jiazi, story.kept, EVERYBODY))
                .contains(new Contact.Reach(story.kept, "13912345678", null, null));
        assertThat(query.reveal(story.jiazi, story.erased, EVERYBODY)).isEmpty();
        assertThat(query.names(List.of(story.erased, story.metOnce)))
                .hasEntrySatisfying(
                        story.erased, name -> assertThat(name.erased()).isTrue())
                .hasEntrySatisfying(
                        story.metOnce, name -> assertThat(name.name()).isEqualTo("石午"));
        assertThat(jdbc.sql("select string_agg(c::text, '') || (select string_agg(m::text, '') from person_met m)"
                                + " from investor_contact c")
                        .query(String.class)
                        .single())
                .doesNotContain("段辰", "1381234");
    }

    @Test
    void contacts_are_for_those_who_see_one_of_the_projects() {
        Viewer south = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(query.contacts(story.jiazi, south)).isEmpty();
        assertThat(query.reveal(story.jiazi, story.kept, south)).isEmpty();
        assertThat(query.find(story.jiazi, south)).get().satisfies(view -> {
            assertThat(view.contacts()).isEmpty();
            assertThat(view.investor().projects()).isZero();
        });
    }
}
