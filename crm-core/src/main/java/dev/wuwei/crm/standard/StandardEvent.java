package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What happened to a standard (标准). {@code occurredOn} is when it was decided. */
public sealed interface StandardEvent extends DomainEvent {
    StandardsId standardsId();

    Standard standard();

    /** @return business date from which projects are held against another limit than until then */
    LocalDate from();

    /**
     * @param limit that holds from that day on, in the unit of the standard
     * @param formerly limit that held until then
     */
    record StandardAdopted(
            StandardsId standardsId,
            Standard standard,
            BigDecimal limit,
            BigDecimal formerly,
            LocalDate from,
            LocalDate occurredOn)
            implements StandardEvent {}

    /**
     * The last adoption was taken back, as if it had never been.
     *
     * @param limit that was adopted
     * @param again limit that holds on instead
     * @param from day from which it had been adopted
     */
    record StandardWithdrawn(
            StandardsId standardsId,
            Standard standard,
            BigDecimal limit,
            BigDecimal again,
            LocalDate from,
            LocalDate occurredOn)
            implements StandardEvent {}
}
