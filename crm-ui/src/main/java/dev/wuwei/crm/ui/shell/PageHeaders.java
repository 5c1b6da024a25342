package dev.wuwei.crm.ui.shell;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The headers of every page. The page reaches the browser past the filter that writes them for all other answers, so they
 * are written here as well.
 *
 * <p>What a page of ours may load and run: only our own files, and no script in the page but those that carry this page's
 * nonce. Flow evaluates what it sends for components, so {@code unsafe-eval} stays; components bring their own style
 * sheets, so styles in the page stay.
 */
public final class PageHeaders {
    /** A visit may be photographed; nothing else of the device is ours. */
    public static final String PERMISSIONS = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

    private static final SecureRandom RANDOM = new SecureRandom();

    private PageHeaders() {}

    static void apply(IndexHtmlResponse response) {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        response.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        VaadinResponse headers = response.getVaadinResponse();
        headers.setHeader("Content-Security-Policy", policy(nonce));
        headers.setHeader("X-Content-Type-Options", "nosniff");
        headers.setHeader("X-Frame-Options", "DENY");
        headers.setHeader("Referrer-Policy", "same-origin");
        headers.setHeader("Permissions-Policy", PERMISSIONS);
        headers.setHeader("Cache-Control", "no-store");
        if (response.getVaadinRequest().isSecure()) {
            headers.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
