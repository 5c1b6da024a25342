package dev.wuwei.crm.shared;

/**
 * One of their people who took part.
 *
 * @param personId the investor's contact, or a new id for somebody met for the first time
 */
public record TheirPerson(
        @DataSubject @NewId PersonId personId, @PersonalData String name, String position) {}
