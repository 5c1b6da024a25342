package dev.wuwei.crm.ui.component;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Command;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@At("2023-11-30T01:12:08Z")
class CommandRunnerTest {
    private static final Command COMMAND =
            new LeadCommand.RespondToLead(LeadId.next(), "已电话联系。", LocalDate.of(2023, 8, 31));

    /** Whatever reached a sender would fail for want of one. */
    private final CommandRunner runner =
            new CommandRunner(new StaticListableBeanFactory().getBeanProvider(CommandSender.class));

    private void lookAt(String address) {
        UI page = new UI();
        UI.setCurrent(page);
        AsOf.remember(page, QueryParameters.fromString(address));
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2023-08-31", "knownAt=2023-08-31T16:00:00Z", "asOf=2023-11-30&knownAt=2023-11-29"})
    void sends_nothing_while_one_looks_at_the_past(String address) {
        lookAt(address);

        assertThatThrownBy(() -> runner.send(COMMAND)).hasMessage("past.read-only");
        assertThatThrownBy(() -> runner.send(COMMAND, 3L, "key")).hasMessage("past.read-only");
        assertThatThrownBy(() -> runner.sendAll(List.of(COMMAND))).hasMessage("past.read-only");
    }

    @Test
    void sends_today() {
        lookAt("q=x");

        assertThatThrownBy(() -> runner.sendAll(List.of(COMMAND)))
                .hasMessageNotContaining("past.read-only")
                .isInstanceOf(org.springframework.beans.factory.NoSuchBeanDefinitionException.class);
    }
}
