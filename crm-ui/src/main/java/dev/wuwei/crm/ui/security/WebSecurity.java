package dev.wuwei.crm.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.ui.shell.LoginView;
import dev.wuwei.crm.ui.shell.PageHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who gets in by the browser. The screens' chain takes everything that no chain before it took: the REST interface
 * declares its own chain for {@code /api/**} with a smaller {@code @Order}.
 */
@Configuration
@EnableWebSecurity
public class WebSecurity {
    /** Order of the screens' chain; others for narrower paths come before. */
    public static final int SCREENS = 100;

    private static final String[] OPEN_TO_ALL = {
        "/styles.css", "/icons.svg", "/favicon.svg", "/favicon.ico", "/shell.js", "/aura/**", "/actuator/health/**"
    };

    @Bean
    @Order(SCREENS)
    SecurityFilterChain screens(
            HttpSecurity http,
            LoginThrottle throttle,
            ObjectProvider<StaffDirectory> directory,
            ObjectProvider<Credentials> credentials,
            ObjectProvider<Clock> clock)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name()));
        // What no view answers to is answered by the application's own page, not by the server's.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(login -> login.failureHandler(refuse(throttle)));
        http.addFilterBefore(new Door(throttle), UsernamePasswordAuthenticationFilter.class);
        StaffDirectory accounts = directory.getIfAvailable();
        if (accounts != null) {
            SessionGuard guard =
                    new SessionGuard(accounts, credentials.getObject(), clock.getIfUnique(Clock::systemUTC));
            http.addFilterAfter(guard, SecurityContextHolderFilter.class);
        }
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.headers(headers -> headers.referrerPolicy(
                        referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(permissions -> permissions.policy(PageHeaders.PERMISSIONS)));
        return http.build();
    }

    private static AuthenticationFailureHandler refuse(LoginThrottle throttle) {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) -> {
            int left = throttle.failed(request.getParameter("username"), request.getRemoteAddr());
            String why = left == 0 ? LoginThrottle.LOCKED : "error&" + LoginThrottle.LEFT + "=" + left;
            response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + why);
        };
    }

    /** Does not even look at a password while the account is locked. */
    private static final class Door extends OncePerRequestFilter {
        private final PathPatternRequestMatcher login =
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + LoginView.PATH);
        private final LoginThrottle throttle;

        private Door(LoginThrottle throttle) {
            this.throttle = throttle;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (login.matches(request)
                    && throttle.isLocked(request.getParameter("username"), request.getRemoteAddr())) {
                response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + LoginThrottle.LOCKED);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
