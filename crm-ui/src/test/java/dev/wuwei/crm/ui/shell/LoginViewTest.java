package dev.wuwei.crm.ui.shell;

import static dev.wuwei.crm.ui.testing.SmallPark.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.login.LoginForm;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.testing.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginViewTest extends ViewTest {
    private LoginForm form() {
        return find(LoginForm.class).single();
    }

    @Test
    void speaks_both_languages() {
        afresh(I18n.CHINESE);
        open("login");
        assertThat(page()).contains("五未");
        assertThat(form().getElement().getPropertyRaw("i18n").toString()).contains("登录", "账号", "密码");

        afresh(I18n.ENGLISH);
        open("login");
        assertThat(form().getElement().getPropertyRaw("i18n").toString()).contains("Sign in", "Password");
    }

    @Test
    void says_what_was_wrong_and_how_many_tries_are_left() {
        afresh(I18n.CHINESE);
        open("login?error&left=2");

        assertThat(form().isError()).isTrue();
        assertThat(form().getElement().getPropertyRaw("i18n").toString()).contains("2");
    }

    @Test
    void what_the_address_says_is_not_repeated() {
        afresh(I18n.CHINESE);
        open("login?error&left=<script>");

        assertThat(form().getElement().getPropertyRaw("i18n").toString()).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leads", "negotiations", "signings", "followups", "cockpit", "audit", "admin"})
    void nobody_sees_a_page_without_signing_in(String path) {
        afresh(I18n.CHINESE);
        open(path);

        assertThat(view()).isInstanceOf(LoginView.class);
        assertThat(page()).doesNotContain(LEAD);
    }

    @Test
    void who_is_signed_in_goes_on_to_the_desk() {
        signIn("zhuanyuan");
        open("login");

        assertThat(view()).isNotInstanceOf(LoginView.class);
        assertThat(page()).contains("工作台");
    }
}
