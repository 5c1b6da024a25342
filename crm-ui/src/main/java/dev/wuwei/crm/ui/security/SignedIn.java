package dev.wuwei.crm.ui.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;

/** Goes to the page that was asked for, and forgets the wrong tries. */
class SignedIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {
    private final LoginThrottle throttle;

    SignedIn(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        throttle.succeeded(authentication.getName());
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
