package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.EventMeta;

/** Where reports get their figures from: the ledger. No figure is ever typed in. */
public interface PublicationSource {
    /**
     * Answers the question with what is recorded by now.
     *
     * @throws dev.wuwei.crm.shared.RuleViolated for measures, dimensions and policies that there are not, and for days before the
     *     first event
     */
    FrozenFigures freeze(ReportQuestion question, EventMeta meta);
}
