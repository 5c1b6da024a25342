package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class I18nTest {
    private static String english(String key, Object... params) {
        return I18n.text(I18n.ENGLISH, key, params);
    }

    @Test
    void one_is_told_in_the_singular_and_everything_else_in_the_plural() {
        assertThat(english("cockpit.projects-sum", "1")).isEqualTo("1 project");
        assertThat(english("cockpit.projects-sum", 1L)).isEqualTo("1 project");
        assertThat(english("cockpit.projects-sum", "0")).isEqualTo("0 projects");
        assertThat(english("cockpit.projects-sum", "1,001")).isEqualTo("1,001 projects");
        assertThat(english("format.left-working", 1)).isEqualTo("1 working day left");
        assertThat(english("format.left-working", 11)).isEqualTo("11 working days left");
        assertThat(english("counting.total", 1)).isEqualTo("Total; 1 project differs");
        assertThat(english("unit.projects", 1)).isEqualTo("project");
    }

    @Test
    void a_text_without_its_parameters_stays_as_it_is_written() {
        assertThat(english("unit.projects")).isEqualTo("{0|project|projects}");
        assertThat(I18n.text(I18n.CHINESE, "cockpit.projects-sum", "1")).isEqualTo("共 1 个");
    }

    /** Of what is a bound, or a number of points, there is never one. */
    @Test
    void what_may_be_one_has_a_singular() throws IOException {
        Set<String> plural = texts().entrySet().stream()
                .filter(
                        text -> ((String) text.getValue())
                                .matches(
                                        ".*\\{\\d} (working days|days|projects|entries|tickets|phases|months|rows|meetings)\\b.*"))
                .map(text -> (String) text.getKey())
                .collect(Collectors.toSet());
        assertThat(plural)
                .containsExactlyInAnyOrder(
                        "actuals-sheet.note",
                        "actuals-sheet.too-many",
                        "audit.count.more",
                        "cockpit.movers.days",
                        "cockpit.movers.none",
                        "counting.late.after",
                        "error.api.too-many-rows",
                        "error.counting.late-after-days",
                        "error.followup.period-unfit",
                        "error.reminder.snoozed-too-long",
                        "error.shared.too-many",
                        "error.ticket.limit-out-of-range",
                        "job.lead-pool.reason");
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                I18nTest.class.getResourceAsStream("/vaadin-i18n/translations_en.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
