package dev.wuwei.crm.ui.counting;

import static dev.wuwei.crm.ui.component.I18n.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.counting.CountingChecks;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.ledger.CountingPolicy;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.PolicyQuery;
import dev.wuwei.crm.projections.ledger.PolicyQuery.PolicyVersion;
import dev.wuwei.crm.projections.ledger.PolicyTrialQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.ui.command.CommandContext;
import dev.wuwei.crm.ui.command.CommandDialogs;
import dev.wuwei.crm.ui.component.Address;
import dev.wuwei.crm.ui.component.AsOf;
import dev.wuwei.crm.ui.component.Badges;
import dev.wuwei.crm.ui.component.CurrentUser;
import dev.wuwei.crm.ui.component.EmptyState;
import dev.wuwei.crm.ui.component.Enums;
import dev.wuwei.crm.ui.component.ExportButton;
import dev.wuwei.crm.ui.component.Facts;
import dev.wuwei.crm.ui.component.Fields;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.Icon;
import dev.wuwei.crm.ui.component.Live;
import dev.wuwei.crm.ui.component.PageTitle;
import dev.wuwei.crm.ui.component.PlainTable;
import dev.wuwei.crm.ui.component.Section;
import dev.wuwei.crm.ui.component.Spans;
import dev.wuwei.crm.ui.component.Table;
import dev.wuwei.crm.ui.component.ViewBody;
import dev.wuwei.crm.ui.component.ViewHeader;
import dev.wuwei.crm.ui.project.ProjectNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 口径: how agreements become figures, since when, and what another way of counting would come to. */
@Route(CountingNavigation.POLICIES)
@Menu(title = "menu.counting", order = 440, icon = "book")
@RolesAllowed({"LEADER", "DEPARTMENT_HEAD", "SUPERVISOR", "AUDITOR", "ADMINISTRATOR"})
class PoliciesView extends Div implements AfterNavigationObserver, PageTitle {
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final String MEASURE = "measure";
    private static final String YEAR = "year";
    private static final int YEARS_OFFERED = 5;
    private static final String DEFINE = "counting.DefineCountingPolicy";

    /** How the address names the rules that are tried. No code of a policy has it: each has its version behind it. */
    private static final String TRIED = "tried";

    private final PolicyQuery policies;
    private final TotalsQuery totals;
    private final PolicyTrialQuery trials;
    private final Dictionaries dictionaries;
    private final StaffQuery staff;
    private final CommandDialogs dialogs;
    private final Div body = new Div();

    /** Kept for as long as one is on the page, and nowhere else. */
    private CountingRules tried;

    private boolean justTried;

    PoliciesView(
            PolicyQuery policies,
            TotalsQuery totals,
            PolicyTrialQuery trials,
            Dictionaries dictionaries,
            StaffQuery staff,
            CommandDialogs dialogs,
            Live live) {
        this.policies = policies;
        this.totals = totals;
        this.trials = trials;
        this.dictionaries = dictionaries;
        this.staff = staff;
        this.dialogs = dialogs;
        addClassName("ww-view");
        ViewBody.scrolls(body, "ww-policies");
        add(
                new ViewHeader(t("menu.counting"))
                        .actions(dialogs.button(DEFINE, Icon.PLUS, this::definition, done -> show())),
                body);
        // A trial counts every history anew: not again with every entry that somebody makes meanwhile.
        live.subscribe(this, Set.of("ledger"), () -> {
            if (tried == null) {
                show();
            }
        });
    }

    @Override
    public String pageTitle() {
        return t("menu.counting");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private CommandContext definition() {
        return CommandContext.empty()
                .with("rules", RuleWords.draft(policies.standard().rules()));
    }

    private void show() {
        AsOf day = AsOf.current();
        List<PolicyVersion> all = policies.all(day.query());
        body.removeAll();
        body.add(versions(all, policies.inForce(day.query())));
        List<PolicyQuery.Adoption> decisions = policies.adoptions(day.query());
        if (!decisions.isEmpty()) {
            body.add(adoptions(decisions));
        }
        body.add(comparison(all, day));
    }

    private Component versions(List<PolicyVersion> all, CountingPolicy inForce) {
        Div cards = new Div();
        cards.addClassName("ww-policy-cards");
        all.forEach(version -> cards.add(card(version, version.policy().equals(inForce))));
        return new Section(t("counting.versions"), t("counting.versions.note"), cards);
    }

    private Component card(PolicyVersion version, boolean counts) {
        Facts facts = RuleWords.facts(version.policy().rules());
        if (version.policyId() != null) {
            facts.add(
                    t("counting.defined"),
                    Format.because(
                            Format.joined(Format.date(version.definedOn()), name(version.definedBy())),
                            version.reason()));
        }
        Section card = Section.card(PolicyWords.name(version), version.policy().id(), facts);
        if (counts) {
            card.aside(Badges.state(t("counting.in-force")));
        }
        if (version.policyId() != null) {
            card.aside(dialogs.menu(actions(version), () -> context(version), done -> show()));
        }
        return card;
    }

    private static List<String> actions(PolicyVersion version) {
        return version.latest()
                ? List.of(
                        "counting.AdoptCountingPolicy",
                        "counting.ReviseCountingPolicy",
                        "counting.RetireCountingPolicy")
                : List.of("counting.AdoptCountingPolicy");
    }

    private static CommandContext context(PolicyVersion version) {
        return CommandContext.empty()
                .about(version.name() + "　" + version.policy().id())
                .with("policyId", version.policyId())
                .settle("version", version.policy().version())
                .with("name", version.name())
                .with("rules", RuleWords.draft(version.policy().rules()));
    }

    private String name(StaffId person) {
        StaffName known = person == null ? null : staff.names(List.of(person)).get(person);
        return known == null ? Format.NOTHING : known.name();
    }

    private Component adoptions(List<PolicyQuery.Adoption> decisions) {
        PlainTable table = new PlainTable(
                        "counting.from",
                        "counting.policy",
                        "counting.decided-on",
                        "counting.decided-by",
                        "field.reason")
                .cards(2);
        decisions.forEach(decision -> table.row(
                Spans.fixed(Format.date(decision.from())),
                new Span(decision.policy()),
                Spans.fixed(Format.date(decision.decidedOn())),
                new Span(name(decision.decidedBy())),
                new Span(Format.text(decision.reason()))));
        return new Section(t("counting.adoptions"), t("counting.adoptions.note"), table.framed());
    }

    private Component comparison(List<PolicyVersion> all, AsOf day) {
        List<String> ids = all.stream().map(version -> version.policy().id()).toList();
        QueryParameters asked = asked();
        String one = asked.getSingleParameter(ONE).filter(ids::contains).orElse(ids.getFirst());
        Section section = new Section(t("counting.compare"), t("counting.compare.note"))
                .aside(new Button(t("counting.try"), Icon.SWAP.create(), event -> tryOut(rules(all, one))));
        List<String> others = new ArrayList<>(ids);
        if (tried != null) {
            others.add(TRIED);
        }
        if (others.size() < 2) {
            section.setBody(new EmptyState(t("counting.one-only"), t("counting.one-only.note")));
            return section;
        }
        String other = asked.getSingleParameter(OTHER).filter(others::contains).orElse(others.get(1));
        Measure measure = Address.choice(MEASURE, Measure.class);
        int latest = day.dayOrToday().getYear();
        List<Integer> years = IntStream.range(0, YEARS_OFFERED)
                .mapToObj(back -> latest - back)
                .toList();
        Integer year = asked.getSingleParameter(YEAR)
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElse(null);
        Div choices = new Div(
                Fields.select(t("counting.one"), ids, id -> label(all, id), one, chosen -> Address.put(ONE, chosen)),
                Fields.select(
                        t("counting.other"), others, id -> label(all, id), other, chosen -> Address.put(OTHER, chosen)),
                Fields.select(
                        t("counting.measure"),
                        List.of(Measure.values()),
                        Enums::name,
                        measure,
                        chosen -> Address.put(MEASURE, Address.word(chosen))),
                Fields.select(
                        t("counting.year"),
                        withAll(years),
                        text -> text.isEmpty() ? t("counting.all-years") : t("cockpit.year.of", text),
                        Objects.toString(year, ""),
                        chosen -> Address.put(YEAR, chosen.isEmpty() ? null : chosen)));
        choices.addClassName("ww-policy-choices");
        TotalsQuery.Request whole = TotalsQuery.Request.of(measure);
        TotalsQuery.Request request = year == null || measure == Measure.IN_TALKS
                ? whole
                : whole.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        TotalsQuery.Comparison compared = other.equals(TRIED)
                ? trials.compare(
                        request, one, tried, day.query(), CurrentUser.get().viewer())
                : totals.compare(
                        request, one, other, day.query(), CurrentUser.get().viewer());
        if (other.equals(TRIED)) {
            section.setBody(trial(), choices, table(compared, measure));
            if (justTried) {
                section.scrollIntoView();
                justTried = false;
            }
        } else {
            section.setBody(choices, table(compared, measure));
        }
        return section.aside(new ExportButton(t("component.list.export"), () -> export(compared, measure)));
    }

    private static CountingRules rules(List<PolicyVersion> all, String id) {
        return all.stream()
                .map(PolicyVersion::policy)
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow()
                .rules();
    }

    /** The rules that are tried, and what may become of them. */
    private Component trial() {
        Button again = new Button(t("counting.tried.change"), Icon.EDIT.create(), event -> tryOut(tried));
        Button forget = new Button(t("counting.tried.forget"), event -> {
            tried = null;
            Address.put(OTHER, null);
        });
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        Section card = Section.card(t("counting.tried"), t("counting.tried.note"), RuleWords.facts(tried));
        card.addClassName("ww-policy-trial");
        return card.aside(
                forget,
                again,
                dialogs.button(
                        DEFINE,
                        Icon.PLUS,
                        () -> CommandContext.empty().with("rules", RuleWords.draft(tried)),
                        done -> show()));
    }

    /** The form by which a policy is defined, less what names a policy. */
    private void tryOut(CountingRules from) {
        dialogs.tryOut(
                DEFINE,
                t("counting.try"),
                CommandContext.empty()
                        .settle("code", null)
                        .settle("name", null)
                        .settle("occurredOn", null)
                        .with("rules", RuleWords.draft(from)),
                command -> {
                    tried = CountingChecks.rules(((DefineCountingPolicy) command).rules(), dictionaries);
                    justTried = true;
                    if (asksForTrial()) {
                        show();
                    } else {
                        Address.put(OTHER, TRIED);
                    }
                });
    }

    private boolean asksForTrial() {
        return asked().getSingleParameter(OTHER).filter(TRIED::equals).isPresent();
    }

    private QueryParameters asked() {
        return getUI().orElseThrow().getActiveViewLocation().getQueryParameters();
    }

    private static List<String> withAll(List<Integer> years) {
        List<String> all = new ArrayList<>(List.of(""));
        years.forEach(year -> all.add(String.valueOf(year)));
        return all;
    }

    private static String label(List<PolicyVersion> all, String id) {
        return id.equals(TRIED) ? t("counting.tried") : PolicyWords.label(all, id);
    }

    private static Component table(TotalsQuery.Comparison compared, Measure measure) {
        PlainTable table = PlainTable.headed(List.of(
                        t("project.name"),
                        compared.onePolicy().id(),
                        head(compared.otherPolicy()),
                        t("counting.difference"),
                        t("counting.effect")))
                .numbers(1, 2, 3)
                .cards(1);
        for (TotalsQuery.Difference each : compared.differences()) {
            Anchor project = new Anchor(ProjectNavigation.link(each.projectNo()), each.name());
            project.addClassName("ww-strong");
            table.row(
                    project,
                    new Span(FigureWords.withUnits(each.one(), measure)),
                    new Span(FigureWords.withUnits(each.other(), measure)),
                    new Span(difference(each.one(), each.other(), measure)),
                    new Span(effect(each)));
        }
        table.total(
                t("counting.total", compared.differences().size()),
                total(compared.one(), measure),
                total(compared.other(), measure),
                difference(compared.one(), compared.other(), measure),
                "");
        return table.framed();
    }

    /** Versions that are defined begin with 1. */
    private static String head(CountingPolicy policy) {
        return policy.version() == 0 ? t("counting.tried") : policy.id();
    }

    private static String effect(TotalsQuery.Difference each) {
        return t("counting.effect." + Address.word(each.effect()));
    }

    private static String total(Figure figure, Measure measure) {
        return t("counting.figure", Format.count(figure.count()), FigureWords.withUnits(figure, measure));
    }

    private static String difference(Figure one, Figure other, Measure measure) {
        return FigureWords.movedWithUnits(other.minus(one), measure);
    }

    private static Table export(TotalsQuery.Comparison compared, Measure measure) {
        List<Currency> currencies = FigureWords.columns(
                measure, compared.differences().stream().flatMap(each -> Stream.of(each.one(), each.other())));
        List<String> heads = new ArrayList<>(List.of(t("project.no"), t("project.name")));
        for (String policy : List.of(compared.onePolicy().id(), head(compared.otherPolicy()))) {
            currencies.forEach(currency -> heads.add(t("totals.of-class", policy, FigureWords.head(currency))));
        }
        heads.add(t("counting.effect"));
        List<List<Object>> rows = new ArrayList<>();
        for (TotalsQuery.Difference each : compared.differences()) {
            List<Object> row = new ArrayList<>(List.of(each.projectNo(), each.name()));
            for (Figure figure : List.of(each.one(), each.other())) {
                currencies.forEach(currency -> row.add(FigureWords.exact(figure, currency)));
            }
            row.add(effect(each));
            rows.add(row);
        }
        return Table.of("policies", heads, rows);
    }
}
