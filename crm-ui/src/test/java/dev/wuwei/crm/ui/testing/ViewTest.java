package dev.wuwei.crm.ui.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.internal.UIFactory;
import com.vaadin.browserless.mocks.MockSpringServlet;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import dev.wuwei.crm.CrmApplication;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.ui.component.I18n;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A view in the whole application without a browser: real commands, real read models, real sign-in, one context for all
 * views. {@link SmallPark} is there; what a test adds, it names so that no other test minds.
 */
@SpringBootTest(classes = CrmApplication.class)
@ActiveProfiles("postgres")
public abstract class ViewTest extends SpringBrowserlessTest {
    private static SmallPark park;

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private Processors processors;

    @Autowired
    private Uniqueness uniqueness;

    @Autowired
    private AuthenticationProvider staffSignIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext application;

    private Locale language = I18n.CHINESE;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OwnDatabase.register(registry);
    }

    @BeforeEach
    void everybodyKnowsThePark() {
        synchronized (ViewTest.class) {
            if (park == null) {
                park = new SmallPark(dispatcher, processors, uniqueness);
            }
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of("dev.wuwei.crm.ui");
    }

    protected static SmallPark park() {
        return park;
    }

    /** In Chinese. @param username one of the accounts of {@link SmallPark} */
    protected void signIn(String username) {
        signIn(username, I18n.CHINESE);
    }

    protected void signIn(String username, Locale language) {
        SecurityContextHolder.getContext()
                .setAuthentication(staffSignIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, SmallPark.PASSWORD)));
        afresh(language);
    }

    /** Another page in another language; whoever is signed in stays so. */
    protected void afresh(Locale language) {
        cleanVaadinEnvironment();
        this.language = language;
        initVaadinEnvironment();
        // What wakes a page up from another thread finds there who is looking at it.
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());
    }

    /** Not before each test, as its parent does: who is signed in, and in which language, is known only later. */
    @Override
    protected void initVaadinEnvironment() {
        scanTesters();
        UIFactory pages = () -> {
            UI page = new MockedUI();
            page.setLocale(language);
            return page;
        };
        MockVaadin.setup(pages, new MockSpringServlet(discoverRoutes(), application, pages), lookupServices());
        initSignalsSupport();
    }

    /**
     * Opens an address as a browser does.
     *
     * @param address path and query, for example {@code leads?industry=food}
     * @return the view that came, whichever it is
     */
    protected Component open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        roundTrip();
        return view();
    }

    protected Component view() {
        return ((HasElement) getCurrentView()).getElement().getComponent().orElseThrow();
    }

    /** Everything that can be read on the page: the frame, the view, open dialogs, and the rows of visible lists. */
    protected String page() {
        roundTrip();
        return words(UI.getCurrent());
    }

    /** Everything that can be read in a part of the page. */
    protected String words(Component part) {
        StringBuilder words = new StringBuilder();
        collect(part, words);
        return words.toString();
    }

    private void collect(Component part, StringBuilder words) {
        if (part.getElement().isTextNode()) {
            words.append(part.getElement().getText()).append('\n');
            return;
        }
        if (!part.isVisible()) {
            return;
        }
        for (String property : List.of("label", "helperText", "placeholder")) {
            String text = part.getElement().getProperty(property);
            if (text != null) {
                words.append(text).append('\n');
            }
        }
        words.append(part.getElement().getText()).append('\n');
        if (part instanceof Grid<?> grid) {
            rows(grid).forEach(row -> words.append(String.join(" | ", row)).append('\n'));
        }
        part.getChildren().forEach(child -> collect(child, words));
    }

    /** @return what the visible columns of a list show, row by row; what a template draws is its text */
    protected <T> List<List<String>> rows(Grid<T> grid) {
        GridTester<Grid<T>, T> tester = test(grid);
        List<Grid.Column<T>> columns =
                grid.getColumns().stream().filter(Component::isVisible).toList();
        return IntStream.range(0, tester.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(column -> columns.get(column).getRenderer() instanceof LitRenderer
                                ? tester.getLitRendererPropertyValue(row, column, "text", String.class)
                                : tester.getCellText(row, column))
                        .toList())
                .toList();
    }

    /** @return the rows of the view's visible list */
    protected List<List<String>> rows() {
        return rows(findInView(Grid.class).single());
    }

    /** @return the message at every field that has one, by the field's label */
    protected Map<String, String> errors() {
        roundTrip();
        Map<String, String> errors = new LinkedHashMap<>();
        find(Component.class)
                .withCondition(part -> part instanceof HasValidation field && field.isInvalid())
                .all()
                .forEach(part ->
                        errors.put(part.getElement().getProperty("label"), ((HasValidation) part).getErrorMessage()));
        errors.remove(null);
        return errors;
    }

    /** Enters a value into the last field with this label, as a person does. */
    @SuppressWarnings("unchecked")
    protected void fill(String label, Object value) {
        ((HasValue<?, Object>) field(label)).setValue(value);
        roundTrip();
    }

    /** Chooses by its words what a combo box offers. */
    protected void choose(String label, String words) {
        @SuppressWarnings("unchecked")
        ComboBox<Object> box = (ComboBox<Object>) field(label);
        box.setValue(box.getGenericDataView()
                .getItems()
                .filter(item -> box.getItemLabelGenerator().apply(item).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " does not offer " + words)));
        roundTrip();
    }

    private Component field(String label) {
        return find(Component.class)
                .withCondition(part -> part instanceof HasValue
                        && label.equals(part.getElement().getProperty("label")))
                .last();
    }

    /** Chooses from the page's ⋯ menu. */
    protected void choose(String entry) {
        MenuItem item = menu().filter(each -> each.getText().equals(entry))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + entry));
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
        roundTrip();
    }

    /** @return what the ⋯ menus of the view offer; nothing of locked ones */
    protected Stream<MenuItem> menu() {
        return findInView(MenuBar.class).all().stream()
                .filter(MenuBar::isEnabled)
                .flatMap(bar -> bar.getItems().stream())
                .flatMap(item -> item.getSubMenu().getItems().stream());
    }

    /** @return the buttons of the page that can be pressed, by their text */
    protected List<String> buttons() {
        roundTrip();
        return find(Button.class).all().stream()
                .filter(Button::isEnabled)
                .map(Button::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    protected void press(String button) {
        test(find(Button.class).withText(button).last()).click();
        roundTrip();
    }

    /** Presses a button that shows an icon only. */
    protected void pressLabelled(String label) {
        test(find(Button.class).withAttribute("aria-label", label).last()).click();
        roundTrip();
    }

    /** @return how many events are stored */
    protected long events() {
        return jdbc.sql("select count(*) from es.domain_event")
                .query(Long.class)
                .single();
    }
}
