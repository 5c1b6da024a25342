package dev.wuwei.crm.reminder;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 每日简报: what happened since the last working day and what is late, in the parks of whoever is told.
 *
 * @param figures those that are not 0
 */
public record Digest(Map<Figure, Long> figures) {

    /** What is counted. */
    public enum Figure {
        /** 新线索. */
        LEADS,
        /** 走访接待. */
        VISITS,
        /** 签订协议, of any kind. */
        AGREEMENTS,
        /** 认定节点. */
        MILESTONES,
        /** 新问题. */
        TICKETS,
        /** 超期阶段: phases past the date that was agreed on. */
        LATE_PHASES,
        /** 超期问题. */
        LATE_TICKETS
    }

    public Digest {
        Map<Figure, Long> counted = new EnumMap<>(Figure.class);
        figures.forEach((figure, count) -> {
            if (count != 0) {
                counted.put(figure, count);
            }
        });
        figures = Collections.unmodifiableMap(counted);
    }

    /** @param item as {@link #item()} writes it */
    public static Digest of(String item) {
        return new Digest(Arrays.stream(item.split("\\|"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> Figure.valueOf(part[0]), part -> Long.valueOf(part[1]))));
    }

    public boolean isEmpty() {
        return figures.isEmpty();
    }

    /** @return as a reminder keeps it: {@code LEADS=3|LATE_PHASES=2} */
    public String item() {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining("|"));
    }
}
