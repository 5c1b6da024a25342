package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.label;
import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.counting.CountingCommand;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a policy in words. */
final class RuleWords {
    private RuleWords() {}

    static Facts facts(CountingRules rules) {
        Facts facts = Facts.column()
                .add(label("kinds"), names(rules.kinds().stream()))
                .add(label("upgrade"), Enums.name(rules.upgrade()))
                .add(label("amountChange"), Enums.name(rules.amountChange()))
                .add(label("ending"), Enums.name(rules.ending()))
                .add(
                        label("lateAfterDays"),
                        rules.lateAfterDays() == null
                                ? t("counting.late.in-its-period")
                                : t("counting.late.after", rules.lateAfterDays()))
                .add(
                        t("counting.credit"),
                        t(rules.creditFollowsOwner() ? "counting.credit.follows" : "counting.credit.stays"))
                .add(
                        label("bands"),
                        t(
                                "counting.bands",
                                rules.bands().stream()
                                        .map(BigDecimal::toPlainString)
                                        .collect(Collectors.joining(t("shell.list-comma")))));
        rules.exclusions().forEach(exclusion -> facts.add(t("counting.excluded"), excluded(exclusion)));
        return facts;
    }

    /** How a figure of that measure comes about under these rules, in one sentence. */
    static String sentence(Measure measure, CountingRules rules) {
        List<String> parts = new ArrayList<>();
        switch (measure) {
            case IN_TALKS -> parts.add(t("counting.how.in-talks"));
            case ARRIVED, ACTUAL_FOREIGN -> parts.add(t("counting.how.paid"));
            case RECOGNISED -> parts.add(t("counting.how.recognised"));
            default -> {
                parts.add(t("counting.how." + Address.word(measure), names(rules.kinds().stream())));
                parts.add(rule("upgrade", Enums.name(rules.upgrade())));
                parts.add(rule("amountChange", Enums.name(rules.amountChange())));
            }
        }
        if (measure.isOfAgreements()) {
            parts.add(rule("ending", Enums.name(rules.ending())));
        }
        if (measure != Measure.IN_TALKS) {
            parts.add(
                    rules.lateAfterDays() == null
                            ? t("counting.how.late-in-its-period")
                            : t("counting.late.after", rules.lateAfterDays()));
        }
        if (!rules.exclusions().isEmpty()) {
            parts.add(rule(
                    "exclusions",
                    rules.exclusions().stream()
                            .map(CountingRules.Exclusion::name)
                            .collect(Collectors.joining(t("shell.list-comma")))));
        }
        parts.add(t("counting.how.currencies"));
        return t("counting.how", String.join(t("counting.how.and"), parts));
    }

    private static String rule(String field, String words) {
        return t("counting.how.rule", label(field), words);
    }

    /** 千万元以下技改不计（技改，低于 1000 万元）. */
    private static String excluded(CountingRules.Exclusion exclusion) {
        String what = Stream.of(
                        names(exclusion.projectKinds().stream()),
                        coded(exclusion.industries()),
                        coded(exclusion.methods()),
                        coded(exclusion.regions()),
                        coded(exclusion.parks()),
                        exclusion.below() == null ? "" : t("counting.below", Format.money(exclusion.below())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(t("counting.and")));
        return t("counting.exclusion", exclusion.name(), what);
    }

    private static String names(Stream<? extends Enum<?>> values) {
        return values.map(Enums::name).collect(Collectors.joining(t("shell.list-comma")));
    }

    private static String coded(List<Coded> values) {
        return values.stream().map(Format::coded).collect(Collectors.joining(t("shell.list-comma")));
    }

    /** What a dialog begins with: the rules as they are, to be changed. */
    static CountingCommand.Rules draft(CountingRules rules) {
        return new CountingCommand.Rules(
                rules.kinds(),
                rules.upgrade(),
                rules.amountChange(),
                rules.ending(),
                rules.lateAfterDays(),
                rules.creditFollowsOwner(),
                rules.exclusions().stream()
                        .map(each -> new CountingCommand.Exclusion(
                                each.code(),
                                each.name(),
                                each.projectKinds(),
                                codes(each.industries()),
                                codes(each.methods()),
                                codes(each.regions()),
                                codes(each.parks()),
                                each.below()))
                        .toList(),
                rules.bands());
    }

    private static List<String> codes(List<Coded> values) {
        return values.stream().map(Coded::code).toList();
    }
}
