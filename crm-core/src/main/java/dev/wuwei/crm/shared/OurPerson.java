package dev.wuwei.crm.shared;

/** One of our people who took part, with the level held that day. */
public record OurPerson(StaffId staffId, OfficialLevel level) {}
