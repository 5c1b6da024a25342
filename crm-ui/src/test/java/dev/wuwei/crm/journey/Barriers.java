package dev.wuwei.crm.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What keeps people out who see little or use no mouse: serious and critical findings of axe, by WCAG 2.1 A and AA. */
final class Barriers {
    private static final String AXE = script();

    /**
     * Vaadin's tabs scroll in a box of their shadow tree, which Chromium makes focusable; from outside it cannot be given a
     * role.
     */
    private static final String FIND = """
            async () => {
              const found = await axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']},
                resultTypes: ['violations'],
              });
              return found.violations
                .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160)))
                .filter(text => !text.startsWith('aria-required-children: <vaadin-tabs '));
            }""";

    private Barriers() {}

    private static String script() {
        try (InputStream axe = Barriers.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return one line for each, or nothing */
    @SuppressWarnings("unchecked") // an array of texts is what the script gives
    static List<String> on(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(FIND);
    }
}
