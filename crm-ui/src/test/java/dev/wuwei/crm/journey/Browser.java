package dev.wuwei.crm.journey;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** A person at a real Chromium: signs in, opens pages, fills in dialogs by the words on them. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String FILES = """
            [...document.querySelectorAll('a[href*="VAADIN/dynamic"], img[src*="VAADIN/dynamic"]')]
              .map(link => link.href ?? link.src)""";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final Path pictures;
    private Page page;
    private int pictureNumber;

    /** @param pictures where screenshots are kept */
    Browser(String address, Path pictures) {
        this.address = address;
        this.pictures = pictures;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    Browser signIn(String username, String password, int width, String language) {
        return atTheDoor(width, language).enter(username, password);
    }

    /** @return before the page that asks who one is */
    Browser atTheDoor(int width, String language) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width < 800 ? 844 : 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(width < 800));
        context.addCookies(List.of(new Cookie("ww-lang", language).setUrl(address)));
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.navigate(address + "/login");
        page.locator("input[name=username]").waitFor();
        return this;
    }

    Browser enter(String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("^(?!.*login).*$"));
        waitForView();
        return this;
    }

    Browser open(String path) {
        page.navigate(address + "/" + path);
        waitForView();
        return this;
    }

    private void waitForView() {
        page.locator(".ww-view:visible, .ww-wall:visible").first().waitFor();
    }

    /** @return what would keep people out of the page as it stands; see {@link Barriers} */
    List<String> barriers() {
        comeToRest();
        return Barriers.on(page);
    }

    /**
     * Waits until nothing is asked of the server any more and the page has nothing left to do: what was just done is asked a
     * frame later, and an answer may lead to another question.
     */
    private void settle() {
        page.evaluate("""
                () => new Promise(settled => {
                  let quiet = 0;
                  const look = () => {
                    const asking = Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
                    quiet = asking ? 0 : quiet + 1;
                    if (quiet > 3) settled();
                    else if (asking) setTimeout(look, 10);
                    else requestAnimationFrame(() => requestIdleCallback(look, {timeout: 100}));
                  };
                  requestAnimationFrame(look);
                })""");
    }

    /**
     * As {@link #settle}, and whatever fades or slides has arrived or gone: half of a colour is another contrast, and what
     * goes is no longer there to the application.
     */
    private void comeToRest() {
        settle();
        page.evaluate("""
                () => Promise.allSettled(document.getAnimations()
                  .filter(each => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity)
                  .map(each => each.finished))""");
    }

    /**
     * Goes there as by a link of the page: nothing is loaded anew. Pressed again, as people do, when an answer to what was
     * done before has led elsewhere meanwhile.
     */
    Browser follow(String path) {
        page.waitForFunction("""
                path => {
                  const there = location.pathname + location.search === path;
                  const asking = Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
                  if (!there && !asking && !(performance.now() < window.wuweiPressed + 1000)) {
                    window.wuweiPressed = performance.now();
                    const link = document.body.appendChild(document.createElement('a'));
                    link.href = path;
                    link.click();
                    link.remove();
                  }
                  if (there) window.wuweiPressed = undefined;
                  return there;
                }""", "/" + path, new Page.WaitForFunctionOptions().setPollingInterval(20));
        settle();
        return this;
    }

    /** @return all that the page was given: text, attributes, and what stands in its fields */
    String everything() {
        comeToRest();
        return (String) page.evaluate("""
                () => document.documentElement.outerHTML
                  + [...document.querySelectorAll('input, textarea')].map(field => '\\n' + field.value).join('')""");
    }

    /** Opens the tabs and switches of the page one after the other; one that disappears meanwhile is none. */
    Browser eachTab(IntConsumer opened) {
        Locator tabs = page.locator("vaadin-tab:visible");
        for (int at = 0; at < tabs.count(); at++) {
            // By the script: an open drawer may lie over it.
            tabs.nth(at).evaluate("tab => tab.click()");
            opened.accept(at);
        }
        return this;
    }

    /** @return the addresses of the files that the page offers, whether or not their menus are open */
    @SuppressWarnings("unchecked") // an array of texts is what the script gives
    List<String> files() {
        return (List<String>) page.evaluate(FILES);
    }

    /** @return whether the page no longer offers the file: it has been drawn again, and hears of it a moment later */
    boolean takesBack(String file) {
        try {
            page.waitForFunction(
                    "file => !" + FILES + ".includes(file)", file, new Page.WaitForFunctionOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError stillThere) {
            return false;
        }
    }

    /** Fetches a file as a click on its link does. */
    APIResponse fetch(String file) {
        return page.context().request().get(file);
    }

    Browser picture(String name) {
        comeToRest();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(pictures.resolve("%02d-%s.png".formatted(++pictureNumber, name))));
        return this;
    }

    Browser press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        form().waitFor();
        return this;
    }

    /** Chooses from the ⋯ menu of the page; once more, as people do, when the page is drawn again under the open menu. */
    Browser choose(String command) {
        Locator menu = page.locator("main vaadin-menu-bar-button:visible, .ww-view vaadin-menu-bar-button:visible")
                .first();
        Locator entry = page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(command).setExact(true))
                .last();
        for (int left = 5; ; left--) {
            menu.click();
            try {
                entry.click(new Locator.ClickOptions().setTimeout(left == 0 ? 20_000 : 2_000));
                break;
            } catch (TimeoutError drawnAgain) {
                if (left == 0) {
                    throw drawnAgain;
                }
                page.keyboard().press("Escape");
            }
        }
        form().waitFor();
        return this;
    }

    private Locator dialog() {
        return page.locator("vaadin-dialog[opened]").last();
    }

    private Locator form() {
        return dialog().locator(".ww-form").first();
    }

    private Locator field(String label) {
        return dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    Browser type(String label, String text) {
        Locator field = field(label);
        field.fill(text);
        field.blur();
        return this;
    }

    /** Types into a combo box and takes the first that matches; where all choices lie open, takes that one. */
    Browser pick(String label, String text) {
        return pick(label, 0, text);
    }

    Browser pick(String label, int number, String text) {
        Locator field = dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .nth(number);
        if (field.evaluate("field => field.localName").equals("vaadin-radio-group")) {
            field.getByRole(
                            AriaRole.RADIO,
                            new Locator.GetByRoleOptions().setName(text).setExact(true))
                    .click();
            return this;
        }
        field.fill(text);
        Locator option = page.locator("vaadin-combo-box-item, vaadin-multi-select-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
        option.waitFor();
        option.click();
        page.keyboard().press("Tab");
        return this;
    }

    Browser row(String list) {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("添加 " + list))
                .click();
        return this;
    }

    Browser type(String label, int number, String text) {
        Locator field = dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .nth(number);
        field.fill(text);
        field.blur();
        return this;
    }

    /** Chooses files in the open dialog, as out of the album of a phone. */
    Browser attach(String name, byte[] content) {
        dialog().locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "image/jpeg", content));
        return this;
    }

    /** @return what the field for files says of one that it does not take */
    String fileRefused(String name) {
        Locator error = dialog().locator(".ww-files-field > [slot=error-message]")
                .filter(new Locator.FilterOptions().setHasText(name));
        error.waitFor();
        error.scrollIntoViewIfNeeded();
        return error.innerText();
    }

    /** Waits until the open dialog lists the file among those it was given. */
    Browser attached(String name) {
        Locator file =
                dialog().locator(".ww-files-chosen").getByText(name, new Locator.GetByTextOptions().setExact(true));
        file.waitFor();
        file.scrollIntoViewIfNeeded();
        return this;
    }

    /** Waits until the picture is there and not only its frame. */
    Browser showsPicture(String name) {
        Locator image = page.getByAltText(name, new Page.GetByAltTextOptions().setExact(true))
                .first();
        image.scrollIntoViewIfNeeded();
        page.waitForFunction(
                "image => image.complete && image.naturalWidth > 0",
                image.elementHandle(),
                new Page.WaitForFunctionOptions().setPollingInterval(50));
        return this;
    }

    /** A number in the money field with this label, in its preset unit (万元). */
    Browser money(String label, int number, String amount) {
        Locator field = dialog().locator("vaadin-custom-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .nth(number)
                .locator("input")
                .first();
        field.fill(amount);
        field.blur();
        return this;
    }

    Browser area(String label, String value) {
        return money(label, 0, value);
    }

    /** Saves by the keyboard; the dialog must close. */
    Browser save() {
        page.keyboard().press("Control+Enter");
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** Presses twice at once, as a nervous hand does; the dialog must close. */
    Browser saveTwice(String button) {
        dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .dblclick();
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.waitForTimeout(500);
        return this;
    }

    /** Saves and expects to be refused; the dialog stays. */
    String saveRefused() {
        page.keyboard().press("Control+Enter");
        Locator error = dialog().locator("[slot=error-message]:visible, .ww-form-summary:visible")
                .first();
        error.waitFor();
        return error.innerText();
    }

    Browser tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        settle();
        return this;
    }

    Browser sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    /** Presses a button that opens nothing: inside the open dialog, or on the page. */
    Browser click(String button) {
        Locator within = dialog().or(page.locator("main")).last();
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Sends what was typed in the face of what others did; the dialog must close. */
    Browser sendAnyway() {
        click("仍要提交");
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** @return what the box says that others did meanwhile */
    String toldInTheBox() {
        return dialog().locator(".ww-form-stale").innerText();
    }

    /** @return what stands in a field of the open dialog */
    String typed(String label) {
        return field(label).inputValue();
    }

    /** Rebuilds all read models, and says yes to the question. */
    Browser rebuildAll() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("全部重建"))
                .click();
        page.locator("vaadin-confirm-dialog, vaadin-dialog[opened]")
                .last()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("重建").setExact(true))
                .click();
        return this;
    }

    /** Leaves a mark that a reload would wipe out. */
    Browser mark() {
        page.evaluate("() => { window.wuweiMark = true; }");
        return this;
    }

    boolean isMarked() {
        return (Boolean) page.evaluate("() => window.wuweiMark === true");
    }

    String address() {
        return page.url();
    }

    boolean overflowsSideways() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
