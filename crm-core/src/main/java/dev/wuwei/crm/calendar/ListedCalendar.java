package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.WorkingCalendar;

/** The calendar as it is listed beside the application: what decisions are laid on. */
public interface ListedCalendar extends WorkingCalendar {}
