package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardCommand.WithdrawStandard;
import dev.wuwei.crm.standard.StandardEvent.StandardAdopted;
import dev.wuwei.crm.standard.StandardEvent.StandardWithdrawn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was decided on standards so far, and what may be decided next. Pure. */
final class StandardCourse {
    private final List<StandardEvent> events = new ArrayList<>();
    private LocalDate lastStepOn = Checks.EARLIEST;

    StandardAdopted adopt(AdoptStandard command, EventMeta meta, Thresholds thresholds) {
        ParkScope.checkAll(meta);
        if (!StandardsId.ALL.equals(command.standardsId())) {
            throw new RuleViolated(StandardRule.UNKNOWN_STANDARDS);
        }
        Violations found = new Violations();
        Standard standard = found.value(() -> Checks.present(command.standard(), "standard"));
        BigDecimal limit = standard == null ? null : found.value(() -> limit(command.limit(), standard));
        LocalDate from = found.value(() -> Checks.plausible(command.holdsFrom(), "holdsFrom"));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        Standards standards = Standards.of(thresholds, events);
        standards.last(standard).filter(last -> !last.from().isBefore(from)).ifPresent(last -> {
            throw new RuleViolated(StandardRule.ADOPTED_LATER, last.from());
        });
        BigDecimal formerly = standards.limit(standard, from);
        if (formerly.compareTo(limit) == 0) {
            throw new RuleViolated(StandardRule.NOTHING_CHANGED);
        }
        StandardAdopted adopted =
                new StandardAdopted(StandardsId.ALL, standard, limit, formerly, from, command.occurredOn());
        lightsInOrder(standards.after(adopted), standard, from);
        return adopted;
    }

    StandardWithdrawn withdraw(WithdrawStandard command, EventMeta meta, Thresholds thresholds) {
        ParkScope.checkAll(meta);
        Violations found = new Violations();
        Standard standard = found.value(() -> Checks.present(command.standard(), "standard"));
        found.check(() -> next(command.occurredOn(), meta));
        found.check(() -> Checks.reason(command.reason()));
        found.throwIfAny();
        Standards standards = Standards.of(thresholds, events);
        StandardAdopted last = standards.last(standard).orElseThrow(() -> new RuleViolated(StandardRule.NOT_ADOPTED));
        BigDecimal again = standards.limit(standard, last.from().minusDays(1));
        StandardWithdrawn withdrawn = new StandardWithdrawn(
                StandardsId.ALL, standard, last.limit(), again, last.from(), command.occurredOn());
        lightsInOrder(standards.after(withdrawn), standard, last.from());
        return withdrawn;
    }

    private static BigDecimal limit(BigDecimal given, Standard standard) {
        if (!standard.allows(Checks.present(given, "limit"))) {
            throw new RuleViolated(
                    standard.isLight() ? StandardRule.LIMIT_WHOLE : StandardRule.LIMIT_FORM, standard.highest());
        }
        BigDecimal plain = given.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }

    private static void lightsInOrder(Standards then, Standard standard, LocalDate since) {
        if (!standard.isLight()) {
            return;
        }
        then.redBeforeYellow(standard, since).ifPresent(day -> {
            Standard other = standard.isRed() ? standard.yellow() : standard.red();
            throw new RuleViolated(StandardRule.RED_BEFORE_YELLOW, then.limit(other, day), day);
        });
    }

    private void next(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        Checks.notBefore(date, lastStepOn, "occurredOn");
    }

    void evolve(StandardEvent event) {
        events.add(event);
        lastStepOn = event.occurredOn();
    }
}
