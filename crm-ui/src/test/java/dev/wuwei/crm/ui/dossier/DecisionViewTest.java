package dev.wuwei.crm.ui.dossier;

import static dev.wuwei.crm.ui.testing.SmallPark.BUILDING;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionViewTest extends ViewTest {
    /** Follows the link of a tab of the file to its first decision. */
    private void openDecision(String tab, String words) {
        open("projects/" + park().number(BUILDING) + "?tab=" + tab);
        List<String> links = $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals(words))
                .map(Anchor::getHref)
                .toList();
        assertThat(links).as("decisions on the tab %s", tab).isNotEmpty();
        open(links.getFirst());
    }

    @Test
    void an_admission_opens_from_its_tab_with_its_pack_and_what_has_happened_since() {
        signIn("lingdao");
        openDecision("admission", "决策还原");

        assertThat(page())
                .contains("准入评审：", "决策依据", "default@1", "评审纪要第一号", "合作条件", "其后", "开工", "此后发生")
                .contains("签订正式协议");
        assertThat(menu()).as("nothing can be done in the past").isEmpty();
    }

    @Test
    void a_signature_opens_from_its_version_with_what_was_promised_then() {
        signIn("shenji");
        openDecision("agreement", "决策还原");

        assertThat(page()).contains("正式协议 v1", "承诺对照", "准入标准", "现行协议");
    }

    @Test
    void a_decision_of_another_park_is_not_there() {
        signIn("lingdao");
        openDecision("admission", "决策还原");
        String address = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
        signIn("wuxi");
        open(address);

        assertThat(page()).contains("没有这个页面");
    }

    @Test
    void speaks_english_too() {
        signIn("lingdao", I18n.ENGLISH);
        openDecision("agreement", "As it was decided");

        assertThat(page()).contains("What it was decided on", "Since then").doesNotContain("决策还原");
    }
}
