package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.target.Formula;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.TargetCommand;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetUnit;
import dev.wuwei.crm.ui.component.MoneyField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one field of a form does to another. */
final class Behaviours {
    private static final Set<Class<?>> OPINIONS =
            Set.of(NegotiationCommand.GiveOpinion.class, NegotiationCommand.CorrectOpinion.class);

    private Behaviours() {}

    static void start(Class<?> type, RecordForm form) {
        if (type == CompanyCommitment.class) {
            metricSetsTheRest(form);
        } else if (type == GovernmentCommitment.class) {
            amountOfIncentivesOnly(form);
        } else if (type == TargetCommand.SetTarget.class) {
            measureSetsTheValue(form);
            kindSetsWhose(form);
        } else if (type == ScoreItem.class) {
            formulaSetsTheRest(form);
        } else if (type == FollowUpCommand.DeliverElement.class) {
            areaOfLandOnly(form);
        } else if (OPINIONS.contains(type)) {
            conditionsOfConditionalOnly(form);
        }
    }

    private static void follow(RecordForm form, String path, Runnable act) {
        ((HasValue<?, ?>) form.input(path).field()).addValueChangeListener(event -> act.run());
        act.run();
    }

    /** A day is kept not later than, a figure at least; and each figure has a unit of its own. */
    private static void metricSetsTheRest(RecordForm form) {
        Set<String> units = Stream.of(Metric.values()).map(Behaviours::unit).collect(Collectors.toSet());
        follow(form, "metric", () -> {
            Metric metric = (Metric) form.input("metric").read().get();
            ((PromisedValueField) form.input("value").field()).asksForDay(metric != null && metric.isDate());
            form.input("unit").field().setVisible(metric == null || !metric.isDate());
            if (metric == null) {
                return;
            }
            Operator operator = (Operator) form.input("operator").read().get();
            if (operator == null || (metric.isDate() != (operator == Operator.NOT_LATER_THAN))) {
                form.input("operator").write().accept(usual(metric));
            }
            Object unit = form.input("unit").read().get();
            if (unit == null || units.contains(unit)) {
                form.input("unit").write().accept(unit(metric));
            }
        });
    }

    private static Operator usual(Metric metric) {
        if (metric.isDate()) {
            return Operator.NOT_LATER_THAN;
        }
        return metric == Metric.OTHER ? Operator.EQUAL : Operator.AT_LEAST;
    }

    /** @return empty where the metric has none */
    static String unit(Metric metric) {
        return switch (metric) {
            case INVESTMENT_INTENSITY -> t("unit.wan-per-mu");
            case OUTPUT_PER_MU, TAX_PER_MU -> t("unit.wan-per-mu-year");
            case FIXED_ASSET_INVESTMENT -> t("unit.wan");
            case OUTPUT, TAX -> t("unit.wan-per-year");
            case JOBS -> t("unit.people");
            case START_DATE, COMPLETION_DATE, PRODUCTION_DATE, SCALE_UP_DATE, FULL_CAPACITY_DATE, OTHER -> "";
        };
    }

    private static void amountOfIncentivesOnly(RecordForm form) {
        follow(form, "kind", () -> {
            boolean incentive = form.input("kind").read().get() == GovernmentCommitment.Kind.INCENTIVE;
            var amount = form.input("amount").field();
            amount.setVisible(incentive);
            if (!incentive) {
                ((HasValue<?, ?>) amount).clear();
            }
        });
    }

    private static void areaOfLandOnly(RecordForm form) {
        follow(form, "element", () -> {
            boolean land = form.input("element").read().get() == ElementKind.LAND;
            show(form, "land", land);
            show(form, "disposalMethodCode", land);
        });
    }

    /** A target is a number of projects, an amount or land, as its measure is. */
    private static void measureSetsTheValue(RecordForm form) {
        follow(form, "measure", () -> {
            TargetMeasure measure = (TargetMeasure) form.input("measure").read().get();
            TargetUnit unit = measure == null ? TargetUnit.PROJECTS : measure.unit();
            boolean money = unit == TargetUnit.CNY || unit == TargetUnit.USD;
            show(form, "value.count", unit == TargetUnit.PROJECTS);
            show(form, "value.amount", money);
            show(form, "value.land", unit == TargetUnit.MU);
            if (money) {
                ((MoneyField) form.input("value.amount").field())
                        .prefer(unit == TargetUnit.USD ? Currency.USD : Currency.CNY);
            }
        });
    }

    private static void kindSetsWhose(RecordForm form) {
        follow(form, "scope.kind", () -> {
            ScopeKind kind = (ScopeKind) form.input("scope.kind").read().get();
            show(form, "scope.parkCode", kind == ScopeKind.PARK);
            show(form, "scope.teamId", kind == ScopeKind.TEAM);
            show(form, "scope.staffId", kind == ScopeKind.PERSON || kind == ScopeKind.LEADER);
        });
    }

    /** Overdue projects have no measure, and only what is capped or taken away has a limit. */
    private static void formulaSetsTheRest(RecordForm form) {
        follow(
                form,
                "basis",
                () -> show(form, "measure", form.input("basis").read().get() != ScoreBasis.OVERDUE));
        follow(form, "formula", () -> {
            Formula formula = (Formula) form.input("formula").read().get();
            show(form, "limit", formula == Formula.CAPPED || formula == Formula.DEDUCTION);
        });
    }

    private static void show(RecordForm form, String path, boolean shown) {
        Component field = form.input(path).field();
        field.setVisible(shown);
        if (!shown) {
            ((HasValue<?, ?>) field).clear();
        }
    }

    private static void conditionsOfConditionalOnly(RecordForm form) {
        follow(form, "verdict", () -> {
            boolean conditional = form.input("verdict").read().get() == OpinionVerdict.AGREE_WITH_CONDITIONS;
            form.input("conditions").field().setVisible(conditional);
            if (!conditional) {
                form.input("conditions").write().accept(List.of());
            }
        });
    }
}
