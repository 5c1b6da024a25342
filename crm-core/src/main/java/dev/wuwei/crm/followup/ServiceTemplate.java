package dev.wuwei.crm.followup;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which roles a project's service team must have (1+1+6, 1+1+X).
 *
 * @param from the day from which it holds
 */
public record ServiceTemplate(LocalDate from, String name, Set<ServiceRole> roles) {}
