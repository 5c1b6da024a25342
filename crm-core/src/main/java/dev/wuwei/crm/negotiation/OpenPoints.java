package dev.wuwei.crm.negotiation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Topics that the talks have left open (未决事项). They carry over from round to round until a round closes them. */
public final class OpenPoints {
    private OpenPoints() {}

    /**
     * @param positions what each round noted, in the order in which the rounds took place
     * @return the open topics as they stood last, in the order in which they first came up
     */
    public static List<TopicPosition> after(Iterable<List<TopicPosition>> positions) {
        Map<String, TopicPosition> latest = new LinkedHashMap<>();
        for (List<TopicPosition> round : positions) {
            round.forEach(position -> latest.put(key(position.topic()), position));
        }
        return latest.values().stream().filter(TopicPosition::open).toList();
    }

    /** @return what makes two wordings the same topic: blanks and letter case do not matter */
    static String key(String topic) {
        return topic.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
