package dev.wuwei.crm.negotiation;

import static dev.wuwei.crm.negotiation.Given.ID;
import static dev.wuwei.crm.negotiation.Given.SIGNING;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import java.time.LocalDate;
import java.util.List;

/** Agreements to sign. */
final class Papers {
    private Papers() {}

    static SignAgreement sign(AgreementKind kind, LocalDate on) {
        return sign(kind, on, List.of());
    }

    static SignAgreement sign(AgreementKind kind, LocalDate on, List<GovernmentCommitment> government) {
        return new SignAgreement(
                ID,
                SIGNING,
                kind,
                "ZSHT-2026-042",
                parties(),
                agreement(government),
                null,
                false,
                true,
                null,
                List.of(),
                on);
    }

    static UpgradeAgreement upgrade(AgreementKind kind, LocalDate on) {
        return new UpgradeAgreement(
                SIGNING, kind, "ZSHT-2026-043", parties(), agreement(List.of()), false, List.of(), on);
    }

    static List<Party> parties() {
        return List.of(
                new Party(Party.Side.INVESTOR, "丁集团", "91110108551385082Q"),
                new Party(Party.Side.SIGNING_SUBJECT, "丁光伏（本地）有限公司", "91350211M000100Y46"),
                new Party(Party.Side.GOVERNMENT, "县人民政府", null));
    }

    static GovernmentCommitment incentive() {
        return new GovernmentCommitment(
                "4.1",
                GovernmentCommitment.Kind.INCENTIVE,
                "设备投资奖补 3%",
                Money.wan("500"),
                null,
                DueRule.on(LocalDate.of(2028, 1, 1)),
                "财政局");
    }

    static AgreementTerms agreement(List<GovernmentCommitment> government) {
        return new AgreementTerms(
                Money.yi("5"),
                Money.yi("3.5"),
                null,
                Area.mu("150"),
                List.of(),
                List.of(new AgreedPhase(
                        "一期",
                        Money.yi("5"),
                        Area.mu("150"),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 12, 31),
                        LocalDate.of(2028, 6, 30),
                        LocalDate.of(2029, 6, 30),
                        LocalDate.of(2030, 6, 30))),
                List.of(),
                government);
    }
}
