package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.signing.SigningCommand.CorrectAmount;
import dev.wuwei.crm.signing.SigningCommand.CorrectArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.DecreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.IncreaseCapital;
import dev.wuwei.crm.signing.SigningCommand.RecordArrivedCapital;
import dev.wuwei.crm.signing.SigningEvent.AgreementAmended;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.AmountCorrected;
import dev.wuwei.crm.signing.SigningEvent.ArrivedCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.CapitalArrived;
import dev.wuwei.crm.signing.SigningEvent.CapitalDecreased;
import dev.wuwei.crm.signing.SigningEvent.CapitalIncreased;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked in whatever order, the sums of an agreement stay the sums of its events. */
class AgreementPropertiesTest {
    private static final EventMeta META = AggregateScenario.meta(SENDER, Role.LEADER, TODAY);

    enum Kind {
        AMEND,
        INCREASE,
        DECREASE,
        CORRECT_AMOUNT,
        ARRIVE,
        CORRECT_ARRIVAL
    }

    record Step(Kind kind, BigDecimal yuan, int entry, int day) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
                .ofScale(2);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        amounts,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-5, 110))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static SigningEvent decide(Agreement agreement, Step step, int version) {
        Money money = new Money(step.yuan(), Currency.CNY);
        LocalDate on = SIGNED_ON.plusDays(step.day());
        EntryId entry = new EntryId(new UUID(0x7000L, step.entry()));
        return switch (step.kind()) {
            case AMEND ->
                agreement.amend(
                        new AmendAgreement(SIGNING, version, null, withTotal(agreement.terms(), money), NONE, on, "变更"),
                        META);
            case INCREASE -> agreement.increase(new IncreaseCapital(SIGNING, money, null, on, "增资"), META);
            case DECREASE -> agreement.decrease(new DecreaseCapital(SIGNING, money, null, on, "减资"), META);
            case CORRECT_AMOUNT ->
                agreement.correct(new CorrectAmount(SIGNING, money, Money.zero(Currency.CNY), null, "误录"), META);
            case ARRIVE -> agreement.arrive(new RecordArrivedCapital(SIGNING, entry, money, "进账单", NONE, on), META);
            case CORRECT_ARRIVAL -> agreement.correct(new CorrectArrivedCapital(SIGNING, entry, money, "误录"), META);
        };
    }

    private static AgreementTerms withTotal(AgreementTerms terms, Money total) {
        return new AgreementTerms(
                total,
                Money.zero(Currency.CNY),
                null,
                terms.land(),
                List.of(),
                List.of(new AgreedPhase("一期", null, null, null, null, null, null, null)),
                terms.companyCommitments(),
                terms.governmentCommitments());
    }

    private static Money total(List<SigningEvent> events) {
        Money total = Money.zero(Currency.CNY);
        for (SigningEvent event : events) {
            total = switch (event) {
                case AgreementSigned e -> e.terms().totalInvestment();
                case AgreementAmended e -> e.terms().totalInvestment();
                case CapitalIncreased e -> total.plus(e.by());
                case CapitalDecreased e -> total.minus(e.by());
                case AmountCorrected e -> e.totalInvestment();
                default -> total;
            };
        }
        return total;
    }

    private static Money arrived(List<SigningEvent> events) {
        Money total = Money.zero(Currency.CNY);
        for (SigningEvent event : events) {
            total = switch (event) {
                case CapitalArrived e -> total.plus(e.amount());
                case ArrivedCapitalCorrected e -> total.plus(e.amount()).minus(e.previous());
                default -> total;
            };
        }
        return total;
    }

    @Property(tries = 300)
    void amounts_are_the_fold_of_the_events_and_arrived_capital_is_never_below_zero(@ForAll("steps") List<Step> steps) {
        var agreement = new Agreement();
        List<SigningEvent> events = new ArrayList<>();
        int version = 1;
        accept(agreement, events, signed());
        for (Step step : steps) {
            try {
                SigningEvent event = decide(agreement, step, version);
                accept(agreement, events, event);
                boolean newVersion = event instanceof AgreementAmended
                        || event instanceof CapitalIncreased
                        || event instanceof CapitalDecreased;
                version += newVersion ? 1 : 0;
            } catch (RuleViolated refused) {
                assertThat(refused.violations()).isNotEmpty();
            }
            assertThat(agreement.terms().totalInvestment()).isEqualTo(total(events));
            assertThat(agreement.terms().totalInvestment().amount()).isPositive();
            assertThat(agreement.arrivedTotal()).isEqualTo(arrived(events));
            assertThat(agreement.arrivedTotal().isNegative()).isFalse();
        }
    }

    private static void accept(Agreement agreement, List<SigningEvent> events, SigningEvent event) {
        events.add(event);
        agreement.evolve(event, "e" + events.size(), META);
    }
}
