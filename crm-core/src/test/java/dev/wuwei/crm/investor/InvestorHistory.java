package dev.wuwei.crm.investor;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static dev.wuwei.crm.testing.TestDictionaries.REGION;

import dev.wuwei.crm.investor.InvestorEvent.ContactAdded;
import dev.wuwei.crm.investor.InvestorEvent.ContactErased;
import dev.wuwei.crm.investor.InvestorEvent.ContactRemoved;
import dev.wuwei.crm.investor.InvestorEvent.InvestorMerged;
import dev.wuwei.crm.investor.InvestorEvent.InvestorRegistered;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;

/** One company that the tests tell stories about: registered on the 1st of June 2026. */
final class InvestorHistory {
    static final InvestorId INVESTOR = InvestorId.next();
    static final InvestorId OTHER = InvestorId.next();
    static final PersonId PERSON = PersonId.next();
    static final LocalDate REGISTERED_ON = LocalDate.of(2026, 6, 1);
    static final String CODE = "91440300708461136T";
    static final String OTHER_CODE = "91310000MA1FL5NN4T";
    static final String CODES = "investor.credit-code";
    static final String MERGED = "investor.merged";
    static final String REASON = "工商登记核对";

    private InvestorHistory() {}

    static AggregateScenario<Investor> investor() {
        AggregateScenario<Investor> scenario = AggregateScenario.of(Investor.class);
        scenario.existence.with(INVESTOR, OTHER);
        return scenario;
    }

    static InvestorRegistered registered() {
        return new InvestorRegistered(INVESTOR, "华光新能源有限公司", CODE, REGION, InvestorKind.PRIVATE, REGISTERED_ON);
    }

    static InvestorRegistered withoutCode() {
        return new InvestorRegistered(INVESTOR, "华光新能源有限公司", null, REGION, InvestorKind.PRIVATE, REGISTERED_ON);
    }

    static ContactAdded contact() {
        return new ContactAdded(
                INVESTOR, PERSON, "王总", "总经理", "13800138000", "wang@example.com", "wang-gd", REGISTERED_ON);
    }

    static ContactRemoved removed() {
        return new ContactRemoved(INVESTOR, PERSON, LocalDate.of(2026, 6, 2));
    }

    static ContactErased erased() {
        return new ContactErased(INVESTOR, PERSON, LocalDate.of(2026, 6, 3));
    }

    static InvestorMerged merged() {
        return new InvestorMerged(INVESTOR, OTHER, LocalDate.of(2026, 6, 4));
    }

    static void holdsCode(AggregateScenario<?> scenario, String code, InvestorId owner) {
        scenario.uniqueness.holding(CODES, code, owner, SENDER, at(REGISTERED_ON));
    }
}
