package dev.wuwei.crm.projections.testing;

import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.ledger.LedgerModel;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestThresholds;
import javax.sql.DataSource;

/** The ledger as the application has it, counting by the standard policy. */
public final class TestLedger {
    private static final EventNames NAMES = new EventNames();

    private TestLedger() {}

    /** @param events every event that it is told of */
    public static LedgerModel model(DataSource dataSource, RecordedEvents events) {
        return new LedgerModel(dataSource, events, NAMES, TestCountingRules::standard, new TestThresholds());
    }
}
