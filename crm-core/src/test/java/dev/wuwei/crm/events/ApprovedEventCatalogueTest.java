package dev.wuwei.crm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} tells what the code says. */
class ApprovedEventCatalogueTest {
    private static final Path FILE = Path.of("../docs/events.md");

    @Test
    void catalogue_is_up_to_date() throws IOException {
        String generated = EventCatalogue.markdown();
        if (EventSamples.approving()) {
            Files.writeString(FILE, generated);
        }
        assertThat(FILE).exists();
        assertThat(generated)
                .as("docs/events.md is not what the code says; see package-info of this test")
                .isEqualTo(Files.readString(FILE));
    }
}
