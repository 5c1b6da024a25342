package dev.wuwei.crm.ui.command;

import java.util.Arrays;
import java.util.List;

/**
 * How a form is laid out: sections, lines in them, and what stands side by side on a line, by the paths of the fields.
 * What a plan does not name follows behind, two by two.
 *
 * @param panel a large form, over the full height of the screen
 */
record FormPlan(boolean panel, List<Section> sections) {
    static final FormPlan NONE = new FormPlan(false, List.of());

    /** @param key of its heading's text, or {@code null} for none */
    record Section(String key, List<List<String>> lines) {}

    static FormPlan panel(Section... sections) {
        return new FormPlan(true, List.of(sections));
    }

    /** @param lines {@code "clause metric phase"} */
    static FormPlan lines(String... lines) {
        return new FormPlan(false, List.of(section(null, lines)));
    }

    static Section section(String key, String... lines) {
        return new Section(
                key,
                Arrays.stream(lines).map(line -> Arrays.asList(line.split(" "))).toList());
    }
}
