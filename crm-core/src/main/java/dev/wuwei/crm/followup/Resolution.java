package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * What a meeting resolved (议定事项), as one may refer to it.
 *
 * @param number within its meeting, from 1
 * @param staffId who of ours sees to it; {@code null} for whoever is in charge of the project
 */
public record Resolution(int number, String text, String responsible, StaffId staffId, LocalDate dueOn) {}
