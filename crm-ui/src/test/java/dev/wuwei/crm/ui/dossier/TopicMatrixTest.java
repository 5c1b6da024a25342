package dev.wuwei.crm.ui.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.RoundId;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.dossier.Round;
import dev.wuwei.crm.ui.dossier.TopicMatrix.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicMatrixTest {
    private final Round first = round(1, List.of(open("用地"), open("用电")), List.of());
    private final Round second = round(2, List.of(agreed("用地"), open("亩均税收")), List.of(open("用地"), open("用电")));

    @Test
    void topics_stand_in_the_order_in_which_they_came_up() {
        assertThat(TopicMatrix.topics(List.of(first, second))).containsExactly("用地", "用电", "亩均税收");
    }

    @Test
    void a_round_agrees_leaves_open_or_carries_over() {
        assertThat(TopicMatrix.standing(first, "用地")).isEqualTo(Standing.OPEN);
        assertThat(TopicMatrix.standing(second, "用地")).isEqualTo(Standing.AGREED);
        assertThat(TopicMatrix.standing(second, "用电")).isEqualTo(Standing.CARRIED_OVER);
        assertThat(TopicMatrix.standing(first, "亩均税收")).isEqualTo(Standing.NOTHING);
    }

    private static TopicPosition open(String topic) {
        return new TopicPosition(topic, "他们", "我们", null, true);
    }

    private static TopicPosition agreed(String topic) {
        return new TopicPosition(topic, "他们", "我们", "一致", false);
    }

    private static Round round(int number, List<TopicPosition> positions, List<TopicPosition> carriedOver) {
        return new Round(
                RoundId.next(),
                number,
                LocalDate.of(2023, number, 6),
                null,
                List.of(),
                List.of(),
                "谈",
                positions,
                carriedOver,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null);
    }
}
