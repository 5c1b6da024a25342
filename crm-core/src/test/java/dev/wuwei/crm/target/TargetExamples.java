package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.target.TargetCommand.Scope;
import dev.wuwei.crm.target.TargetCommand.SetTarget;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.testing.TestDictionaries;
import java.math.BigDecimal;
import java.time.LocalDate;

final class TargetExamples {
    static final TargetId TARGET = TargetId.of("019ca000-0000-7000-8000-000000000401");
    static final ScorecardId CARD = ScorecardId.of("019ca000-0000-7000-8000-000000000402");
    static final TeamId TEAM = TeamId.of("019ca000-0000-7000-8000-000000000403");
    static final LocalDate SET_ON = LocalDate.of(2026, 1, 12);
    static final LocalDate ON = LocalDate.of(2026, 6, 10);
    static final TargetPeriod YEAR = TargetPeriod.year(2026);
    static final Scope WHOLE = new Scope(ScopeKind.WHOLE, null, null, null);
    static final Scope PARK = new Scope(ScopeKind.PARK, TestDictionaries.PARK.code(), null, null);
    static final TargetScope OF_WHOLE = new TargetScope(ScopeKind.WHOLE, null, null, null, null);
    static final TargetScope OF_PARK = new TargetScope(ScopeKind.PARK, TestDictionaries.PARK, null, null, null);
    static final TargetValue FIFTY = TargetValue.of(Money.yi("50"));

    private TargetExamples() {}

    static SetTarget set(TargetMeasure measure, Scope scope, TargetPeriod period, TargetValue value) {
        return new SetTarget(TARGET, measure, scope, period, value, null, SET_ON);
    }

    static TargetSet amountOf(TargetScope scope) {
        return new TargetSet(TARGET, TargetMeasure.SIGNED_AMOUNT, scope, YEAR, FIFTY, null, SET_ON);
    }

    static ScoreItem item(Formula formula, ScoreBasis basis, String points, String limit) {
        return new ScoreItem(
                basis == ScoreBasis.OVERDUE ? null : TargetMeasure.SIGNED_AMOUNT,
                basis,
                formula,
                new BigDecimal(points),
                limit == null ? null : new BigDecimal(limit));
    }
}
