package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.ledger.PointsInTime;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.RuleViolated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses questions about points in time that there are not or that are not the caller's to ask for, before any read answers
 * them: so no read can forget to. What cannot be read as a point is refused where it is needed.
 */
@Component
class PointsInTimeGate implements HandlerInterceptor, WebMvcConfigurer {
    private final PointsInTime points;

    PointsInTimeGate(PointsInTime points) {
        this.points = points;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    /** @throws RuleViolated as {@link PointsInTime#check}; at the parameter that names the point */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        LocalDate asOf = read(request.getParameter("asOf"), LocalDate::parse);
        Instant knownAt = read(request.getParameter("knownAt"), Instant::parse);
        if (asOf != null || knownAt != null) {
            points.check(PointInTime.of(asOf, knownAt).query(), Account.viewer());
        }
        // A period may begin as early as it likes; one that was over before anything happened is a slip.
        LocalDate to = read(request.getParameter("to"), LocalDate::parse);
        if (to != null) {
            check("to", AsOf.on(to));
        }
        return true;
    }

    private void check(String field, AsOf point) {
        try {
            points.check(point, Account.viewer());
        } catch (RuleViolated early) {
            throw RuleViolated.at(
                    field, early.rule(), early.violations().getFirst().args().toArray());
        }
    }

    private static <P> P read(String text, Function<String, P> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
