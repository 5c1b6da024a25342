package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.timeline.FieldChange.Attendee;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.ui.component.Option;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known when a dialog opens: values by the path of their field ({@code leadId}, {@code details.name}) are filled in,
 * ids among them are not shown; a whole record or list ({@code terms}) fills in everything in it. Options by path are what
 * one may choose from.
 */
public final class CommandContext {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<Option>> options = new HashMap<>();
    private final Map<String, Record> previous = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private InvestorId investor;
    private ProjectId project;
    private String subject = "";

    public static CommandContext empty() {
        return new CommandContext();
    }

    /** The ids of a project's aggregates. */
    public static CommandContext of(ProjectRow project) {
        CommandContext context = new CommandContext();
        context.subject = project.name();
        context.investor = project.investorId();
        context.project = project.projectId();
        return context.with("leadId", project.leadId())
                .with("negotiationId", project.negotiationId())
                .with("signingId", project.signingId())
                .with("followUpId", project.followUpId())
                .with("investorId", project.investorId())
                .with(AmendAgreement.class, "baseVersion", project.agreementVersion());
    }

    public CommandContext with(String path, Object value) {
        if (value != null) {
            values.put(path, value);
        }
        return this;
    }

    /** Those of the company who took part, to be filled in; their names are looked up among its contacts. */
    public static List<TheirPerson> theirs(List<Attendee> people) {
        return people.stream()
                .map(person -> new TheirPerson(person.personId(), null, person.position()))
                .toList();
    }

    /** Known already, so the form does not ask for it. */
    public CommandContext settle(String path, Object value) {
        settled.add(path);
        return with(path, value);
    }

    /** As {@link #with}, unless something was said of it already. */
    CommandContext otherwise(String path, Object value) {
        return values.containsKey(path) ? this : with(path, value);
    }

    public CommandContext choose(String path, List<Option> from) {
        options.put(path, from);
        return this;
    }

    public CommandContext choose(Class<? extends Command> command, String path, List<Option> from) {
        return choose(key(command, path), from);
    }

    public CommandContext about(String text) {
        subject = text;
        return this;
    }

    /** Filled in by one command only, where two mean different things by the same field. */
    public CommandContext with(Class<? extends Command> command, String path, Object value) {
        return with(key(command, path), value);
    }

    /** The version before, which stands beside the fields below {@code path}. */
    public CommandContext comparing(Class<? extends Command> command, String path, Record last) {
        if (last != null) {
            previous.put(key(command, path), last);
        }
        return this;
    }

    /** For a row that somebody adds: the same choices, and nothing filled in. */
    CommandContext withoutValues() {
        CommandContext empty = new CommandContext();
        empty.options.putAll(options);
        empty.investor = investor;
        return empty;
    }

    Object value(Class<?> command, String path) {
        Object own = find(values, key(command, path));
        return own == null ? find(values, path) : own;
    }

    /** @return whether the field is settled and need not be shown */
    boolean settles(Class<?> command, String path) {
        return settled.contains(path) || value(command, path) instanceof TypedId;
    }

    /** @return whether the version before stands beside the field */
    boolean compares(Class<?> command, String path) {
        return previous.keySet().stream().anyMatch(key -> key(command, path).startsWith(key + "."));
    }

    Object previous(Class<?> command, String path) {
        return find(previous, key(command, path));
    }

    private static String key(Class<?> command, String path) {
        return command.getSimpleName() + ":" + path;
    }

    private static Object find(Map<String, ?> known, String path) {
        Object value = known.get(path);
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        if (value != null || end < 0) {
            return value;
        }
        Object whole = find(known, path.substring(0, end));
        String part = path.substring(end + 1);
        return switch (whole) {
            case List<?> list -> element(list, Integer.parseInt(part.substring(0, part.length() - 1)));
            case Record given -> component(given, part);
            case null, default -> null;
        };
    }

    private static Object element(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static Object component(Record whole, String name) {
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    component.getAccessor().setAccessible(true);
                    return component.getAccessor().invoke(whole);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return null;
    }

    List<Option> options(Class<?> command, String path) {
        List<Option> own = options.get(key(command, path));
        return own == null ? options.get(path) : own;
    }

    /** @return whose file fills the form in; {@code null} for none */
    ProjectId project() {
        return project;
    }

    InvestorId investor() {
        return investor;
    }

    String subject() {
        return subject;
    }
}
