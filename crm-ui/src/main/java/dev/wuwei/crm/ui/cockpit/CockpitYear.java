package dev.wuwei.crm.ui.cockpit;

import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.ui.component.AsOf;
import java.time.LocalDate;

/** The year that the cards show, at the point that one looks at. */
record CockpitYear(int year, AsOf day, Viewer viewer) {
    LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    /** @return the last day of it that has come */
    LocalDate until() {
        return last().isAfter(day.dayOrToday()) ? day.dayOrToday() : last();
    }

    /** @return the point as the read side takes it */
    dev.wuwei.crm.projections.support.AsOf point() {
        return day.query();
    }

    /** @return another day, known as much of as of this one */
    dev.wuwei.crm.projections.support.AsOf on(LocalDate other) {
        return new dev.wuwei.crm.projections.support.AsOf(other, point().knownAt());
    }

    TotalsQuery.Request within(TotalsQuery.Request request) {
        return request.between(first(), last());
    }
}
