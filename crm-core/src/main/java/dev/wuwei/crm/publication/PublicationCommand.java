package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.NewId;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about published reports (发布). */
public sealed interface PublicationCommand extends Command {

    /**
     * 发布: the figures are looked up and frozen.
     *
     * @param periodFrom first and
     * @param periodTo last day that the figures belong to, both included
     * @param asOf business date that the report is told of
     * @param policy counting policy (口径), or {@code null} for the usual one
     * @param measures names as {@code GET /api/v1/totals} takes them
     * @param breakdowns names as {@code GET /api/v1/totals} takes them; may be empty
     */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record PublishReport(
            @TargetAggregateIdentifier @NewId PublicationId publicationId,
            String title,
            ReportKind kind,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate asOf,
            String policy,
            List<String> measures,
            List<String> breakdowns,
            LocalDate occurredOn)
            implements PublicationCommand {}

    /** 更正说明: a note beside the figures, which stay as they were published. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record AnnotatePublication(
            @TargetAggregateIdentifier PublicationId publicationId, String note, LocalDate occurredOn)
            implements PublicationCommand {}

    /** 撤回: it stays to be seen, with the reason. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR})
    record WithdrawPublication(
            @TargetAggregateIdentifier PublicationId publicationId, LocalDate occurredOn, String reason)
            implements PublicationCommand, Reasoned {}

    /**
     * 外部数字: what another document says of a line of the report.
     *
     * @param source the document
     * @param statedOn its date
     * @param line as the report names it, for example {@code signed} or {@code signed/industry/textile}
     */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR})
    record RecordOutsideFigure(
            @TargetAggregateIdentifier PublicationId publicationId,
            @NewId OutsideFigureId figureId,
            String source,
            LocalDate statedOn,
            String line,
            Money amount,
            Integer count,
            LocalDate occurredOn)
            implements PublicationCommand {}

    /** It was typed wrong. */
    @Allowed({Role.LEADER, Role.DEPARTMENT_HEAD, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR})
    record WithdrawOutsideFigure(
            @TargetAggregateIdentifier PublicationId publicationId,
            OutsideFigureId figureId,
            LocalDate occurredOn,
            String reason)
            implements PublicationCommand, Reasoned {}
}
