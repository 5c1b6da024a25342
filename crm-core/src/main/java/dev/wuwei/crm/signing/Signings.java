package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The door by which a negotiation that is signed begins its agreement. */
public final class Signings {
    private Signings() {}

    /**
     * What the negotiation knows and the agreement keeps.
     *
     * @param industry the class it is counted under unless the command names another
     * @param owner whom the signing is credited to
     * @param conditions of an admission approved with conditions; each becomes a commitment of the company
     */
    public record Origin(
            ProjectId projectId,
            String projectNo,
            Coded park,
            Coded industry,
            StaffId owner,
            List<String> conditions) {}

    /**
     * Begins the agreement in the unit of work of the command that is being handled. To be called from a command handler of
     * the negotiation, before it applies its own event.
     *
     * @throws RuleViolated whatever is wrong with number, parties or terms; nothing is stored then
     */
    public static void open(
            SignAgreement command, Origin origin, EventMeta meta, Dictionaries dictionaries, Uniqueness uniqueness) {
        var signed = Agreement.sign(command, origin, meta, dictionaries);
        uniqueness.take(Agreement.CONTRACT_NO, signed.contractNo(), signed.signingId(), "contractNo", meta);
        try {
            AggregateLifecycle.createNew(Signing.class, () -> new Signing(signed));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
