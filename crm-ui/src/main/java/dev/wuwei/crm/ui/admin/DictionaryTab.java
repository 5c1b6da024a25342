package dev.wuwei.crm.ui.admin;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.Catalogue.Stand;
import dev.wuwei.crm.dictionary.DictionaryCommand.RenameEntry;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.projections.ledger.CatalogueQuery;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.Option;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Terms;
import dev.wuwei.crm.ui.component.Today;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** 字典: the entries of one dictionary, what they were before, and what an administrator may change. */
class DictionaryTab extends Div {
    private static final String DICTIONARY = "dictionary";

    private final CatalogueQuery catalogues;
    private final CommandDialogs dialogs;

    DictionaryTab(CatalogueQuery catalogues, CommandDialogs dialogs, Live live) {
        this.catalogues = catalogues;
        this.dialogs = dialogs;
        addClassName("ww-dictionary");
        show();
        live.subscribe(this, Set.of("ledger"), this::show);
    }

    private void show() {
        DictionaryKind kind = Address.choice(DICTIONARY, DictionaryKind.class);
        Catalogue catalogue = catalogues.dictionary(kind, null);
        LocalDate today = Today.date();
        PlainTable table =
                new PlainTable("admin.name", "admin.code", "admin.dictionary.parent", "admin.state", "").cards(1);
        catalogue.codes().forEach(code -> {
            boolean offered = catalogue.isCurrentOn(code, today);
            String parent = catalogue.parentOn(code, today);
            table.row(
                    named(catalogue, code, today),
                    new Span(code),
                    new Span(parent == null ? Format.NOTHING : Terms.of(catalogue.nameOn(parent, today))),
                    new Div(
                            offered
                                    ? Badges.state(t("admin.dictionary.offered"))
                                    : Badges.fact(t("admin.dictionary.not-offered"))),
                    dialogs.menu(
                            actions(kind, offered),
                            () -> context(kind)
                                    .about(Terms.of(catalogue.nameOn(code, today)) + "　" + code)
                                    .settle("code", code)
                                    .with(RenameEntry.class, "name", catalogue.nameOn(code, today))
                                    .with("parentCode", parent)
                                    .choose("intoCode", others(catalogue, code, today))
                                    .choose("parentCode", others(catalogue, code, today)),
                            result -> show()));
        });
        removeAll();
        add(
                Fields.select(
                        t("admin.dictionary"),
                        Arrays.asList(DictionaryKind.values()),
                        Enums::name,
                        kind,
                        chosen -> Address.put(DICTIONARY, Address.word(chosen))),
                new Section(Enums.name(kind), t("admin.dictionaries.note"), table)
                        .aside(addition(kind, catalogue, today)));
    }

    private Component addition(DictionaryKind kind, Catalogue catalogue, LocalDate today) {
        Button button = dialogs.button(
                "dictionary.AddEntry",
                Icon.PLUS,
                () -> context(kind).about(Enums.name(kind)).choose("parentCode", Option.of(catalogue.offeredOn(today))),
                result -> show());
        button.setVisible(button.isVisible() && kind != DictionaryKind.PROJECT_TYPE);
        return button;
    }

    private static CommandContext context(DictionaryKind kind) {
        return CommandContext.empty().with("dictionaryId", DictionaryId.of(kind));
    }

    private static List<String> actions(DictionaryKind kind, boolean offered) {
        if (kind == DictionaryKind.PROJECT_TYPE) {
            return List.of("dictionary.RenameEntry");
        }
        return offered
                ? List.of(
                        "dictionary.RenameEntry",
                        "dictionary.MoveEntry",
                        "dictionary.MergeEntry",
                        "dictionary.RetireEntry")
                : List.of("dictionary.ReopenEntry");
    }

    private static List<Option> others(Catalogue catalogue, String code, LocalDate today) {
        return Option.of(catalogue.offeredOn(today).stream()
                .filter(entry -> !entry.code().equals(code))
                .toList());
    }

    /** The name, and below it what the entry was called before and what it has become. */
    private static Component named(Catalogue catalogue, String code, LocalDate today) {
        Span name = new Span(Terms.of(catalogue.nameOn(code, today)));
        name.addClassName("ww-strong");
        Div named = new Div(name);
        named.addClassName("ww-stack");
        List<Stand> history = catalogue.history(code);
        for (int next = 1; next < history.size(); next++) {
            Stand before = history.get(next - 1);
            Stand after = history.get(next);
            if (!before.name().equals(after.name())) {
                named.add(Spans.note(t("admin.dictionary.formerly", Terms.of(before.name()), until(after))));
            }
        }
        Stand last = history.getLast();
        if (!last.current()) {
            named.add(Spans.note(
                    last.into() == null
                            ? t("admin.dictionary.ended", ended(history))
                            : t(
                                    "admin.dictionary.into",
                                    ended(history),
                                    Terms.of(catalogue.nameOn(last.into(), today)))));
        }
        return named;
    }

    /** The last day on which an entry was offered that is offered no more. */
    private static String ended(List<Stand> history) {
        int first = history.size() - 1;
        while (first > 0 && !history.get(first - 1).current()) {
            first--;
        }
        return until(history.get(first));
    }

    private static String until(Stand after) {
        return Format.date(after.from().minusDays(1));
    }
}
