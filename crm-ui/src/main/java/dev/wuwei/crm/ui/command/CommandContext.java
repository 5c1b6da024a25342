package dev.wuwei.crm.ui.command;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.signing.SigningCommand.AmendAgreement;
import dev.wuwei.crm.ui.component.Option;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known when a dialog opens: values by the path of their field ({@code leadId}, {@code details.name}) are filled in,
 * ids among them are not shown; options by path are what one may choose from.
 */
public final class CommandContext {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<Option>> options = new HashMap<>();
    private InvestorId investor;
    private String subject = "";

    public static CommandContext empty() {
        return new CommandContext();
    }

    /** The ids of a project's aggregates. */
    public static CommandContext of(ProjectRow project) {
        CommandContext context = new CommandContext();
        context.subject = project.name();
        context.investor = project.investorId();
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

    /**
     * What is known already stands in the form: each component of {@code known} at {@code prefix} and its name, the code of
     * what has one.
     *
     * @param prefix for example {@code terms.}
     */
    public CommandContext fill(String prefix, Record known) {
        for (RecordComponent component : known.getClass().getRecordComponents()) {
            String path = prefix + component.getName();
            switch (value(component, known)) {
                case Coded coded -> with(path + "Code", coded.code());
                // As text it can be chosen anew; an id would be fixed.
                case PersonId person -> with(path, person.toString());
                case null -> {}
                case Object value -> with(path, value);
            }
        }
        return this;
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    public CommandContext choose(String path, List<Option> from) {
        options.put(path, from);
        return this;
    }

    public CommandContext about(String text) {
        subject = text;
        return this;
    }

    /** Filled in by one command only, where two mean different things by the same field. */
    public CommandContext with(Class<? extends Command> command, String path, Object value) {
        return with(command.getSimpleName() + ":" + path, value);
    }

    Object value(Class<?> command, String path) {
        Object own = values.get(command.getSimpleName() + ":" + path);
        return own == null ? values.get(path) : own;
    }

    List<Option> options(String path) {
        return options.get(path);
    }

    InvestorId investor() {
        return investor;
    }

    String subject() {
        return subject;
    }
}
