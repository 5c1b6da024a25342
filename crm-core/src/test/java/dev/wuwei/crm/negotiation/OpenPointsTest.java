package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.agreed;
import static dev.wuwei.crm.negotiation.Given.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPointsTest {
    @Test
    void keeps_the_last_word_on_each_topic_in_the_order_in_which_they_came_up() {
        TopicPosition later = new TopicPosition("用地", "同意分期", "首期六个月交地", null, true);
        assertThat(OpenPoints.after(
                        List.of(List.of(open("用地"), open("用电")), List.of(open("税收"), agreed("用电")), List.of(later))))
                .containsExactly(later, open("税收"));
    }

    @Test
    void is_empty_without_rounds() {
        assertThat(OpenPoints.after(List.of())).isEmpty();
    }

    @Test
    void takes_blanks_and_letter_case_for_the_same_topic() {
        assertThat(OpenPoints.after(List.of(List.of(open("10 kV 双回路")), List.of(agreed("10kv双回路")))))
                .isEmpty();
    }
}
