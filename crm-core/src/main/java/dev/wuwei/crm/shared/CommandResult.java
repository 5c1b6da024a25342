package dev.wuwei.crm.shared;

/**
 * The answer to an accepted command.
 *
 * @param id the aggregate that decided
 * @param projectId the project it belongs to, or {@code null}
 * @param projectNo its business number, or {@code null}
 * @param sequence the last event's place in the aggregate's stream
 * @param position the last event's place in the store
 */
public record CommandResult(String id, ProjectId projectId, String projectNo, long sequence, long position) {}
