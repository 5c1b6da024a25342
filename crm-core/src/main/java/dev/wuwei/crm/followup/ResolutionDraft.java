package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/**
 * What a meeting resolved (议定事项).
 *
 * @param responsible unit that does it
 * @param staffId who of ours sees to it; {@code null} for whoever is in charge of the project
 */
public record ResolutionDraft(String text, String responsible, StaffId staffId, LocalDate dueOn) {}
