package dev.wuwei.crm.api;

import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.ui.security.LoginThrottle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of {@code /api/**}: HTTP Basic with an account, no session and so nothing to forge, the same roles, scope and
 * throttling as the screens. The documentation holds no data and is open.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final int BEFORE_THE_SCREENS = 50;

    @Bean
    @Order(BEFORE_THE_SCREENS)
    SecurityFilterChain api(HttpSecurity http, LoginThrottle throttle, Problems problems) throws Exception {
        Doorman doorman = new Doorman(throttle, problems);
        http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/docs",
                                "/api/docs/**",
                                "/api/swagger-ui/**",
                                "/api/openapi.json",
                                "/api/openapi.json/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(doorman::refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(doorman::refuse)
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(response, problems.of(ApiRule.NOT_FOUND, ApiLocale.of(request)))))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                                + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'")))
                .addFilterBefore(doorman, BasicAuthenticationFilter.class);
        return http.build();
    }

    /** Does not even look at a password while the account is locked, and counts the wrong ones. */
    private static final class Doorman extends OncePerRequestFilter {
        private final LoginThrottle throttle;
        private final Problems problems;

        Doorman(LoginThrottle throttle, Problems problems) {
            this.throttle = throttle;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String username = username(request);
            if (username != null && throttle.isLocked(username, request.getRemoteAddr())) {
                response.setHeader("Retry-After", String.valueOf(LoginThrottle.LOCK_MINUTES * 60));
                problems.write(
                        response,
                        problems.of(ApiRule.TOO_MANY_ATTEMPTS, ApiLocale.of(request), LoginThrottle.LOCK_MINUTES));
            } else {
                passOn(request, response, chain);
            }
        }

        /** Who asks is looked up before any controller is asked; without a database nobody can be told from anybody. */
        private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException e) {
                if (response.isCommitted() || DatabaseRule.behind(e).isEmpty()) {
                    throw e;
                }
                problems.write(response, problems.of(DatabaseRule.UNAVAILABLE, ApiLocale.of(request)));
            }
        }

        void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
            String username = username(request);
            if (username != null) {
                throttle.failed(username, request.getRemoteAddr());
            }
            response.setHeader("WWW-Authenticate", "Basic realm=\"Wuwei\", charset=\"UTF-8\"");
            problems.write(response, problems.of(ApiRule.SIGN_IN, ApiLocale.of(request)));
        }

        private static String username(HttpServletRequest request) {
            String header = request.getHeader("Authorization");
            if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
                return null;
            }
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0 ? pair : pair.substring(0, colon);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }
}
