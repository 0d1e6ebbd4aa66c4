package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.naming.OperationNotSupportedException;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A visitor with a browser, who finds things as people do: fields by their label, buttons and links
 * by their words. Starts with no cookie and 1280 pixels wide.
 */
public final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Path SCREENS = Path.of("target/screens");

  private static final String AXE = axeItself();
  private static final String ASK_AXE =
      """
      const [parts, done] = arguments;
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const what = parts.includes(document.body) ? document : { include: parts };
      axe.run(what, { runOnly: tags, resultTypes: ["violations"] }).then(({ violations }) =>
        done(violations.map(({ help, nodes }) => [help, ...nodes.map(({ html }) => html)].join("\\n    "))),
        (error) => done([String(error)]));
      """;

  private final ChromeDriver driver;
  private final URI address;
  private final boolean scripts;
  private int width;

  private Browser(ChromeDriver driver, URI address, boolean scripts) {
    this.driver = driver;
    this.address = address;
    this.scripts = scripts;
  }

  /** A new visitor of the portal at this address; the one before is forgotten. */
  public static Browser visit(URI address) {
    return new Browser(Chromium.scripted(), address, true).fresh();
  }

  /** A new visitor who has JavaScript switched off. */
  public static Browser withoutJavaScript(URI address) {
    return new Browser(Chromium.withoutJavaScript(), address, false).fresh();
  }

  private Browser fresh() {
    forget();
    driver.get("about:blank");
    return at(1280);
  }

  private void forget() {
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
  }

  /** Comes with these cookies from now on, and with no other. */
  public Browser carry(Map<String, String> cookies) {
    forget();
    cookies.forEach(
        (name, value) ->
            driver.executeCdpCommand(
                "Network.setCookie",
                Map.of("url", address.toString(), "name", name, "value", value)));
    return this;
  }

  /** What the portal gave to carry by this name. */
  public String carried(String name) {
    return Objects.requireNonNull(driver.manage().getCookieNamed(name)).getValue();
  }

  /** Looks at the pages that follow in this width; a window alone is never narrower than 500. */
  public Browser at(int pixels) {
    return at(pixels, pixels < 600);
  }

  /**
   * Looks at the page that stands there as narrow as a phone. A phone itself shows it only for a
   * picture: to turn into one takes longer than to open the page.
   */
  public Browser narrow() {
    return at(390, keepsPictures());
  }

  /** How many pixels wide the page is that stands there, with what would have to be scrolled to. */
  public long wideness() {
    return (Long)
        Objects.requireNonNull(
            driver.executeScript(
                "return Math.max(window.innerWidth, document.documentElement.scrollWidth)"));
  }

  private Browser at(int pixels, boolean mobile) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", mobile));
    width = pixels;
    return this;
  }

  public Browser open(String path) {
    driver.get(address.resolve(path).toString());
    assertWidth();
    return this;
  }

  /**
   * Mobile emulation widens the page to what overflows, so this finds pages that need scrolling.
   */
  private void assertWidth() {
    if (scripts) {
      assertThat(driver.executeScript("return window.innerWidth"))
          .as("innerWidth of %s: something is wider than the screen", path())
          .isEqualTo((long) width);
    }
  }

  public String path() {
    URI current = URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    return current.getRawPath()
        + (current.getRawQuery() == null ? "" : "?" + current.getRawQuery());
  }

  /** What the page says, as displayed. WebDriver itself takes seconds over a long page. */
  public String text() {
    return scripts
        ? String.valueOf(driver.executeScript("return document.body.innerText"))
            .replace('\u00a0', ' ')
        : find("body").getText();
  }

  public String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  /** The first element for a CSS selector. */
  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Types into the field with this label, in place of what is there; chooses in a list. */
  public Browser fill(String label, String text) {
    WebElement field = field(label);
    if (field.getTagName().equals("select")) {
      new Select(field).selectByVisibleText(text);
    } else {
      field.clear();
      field.sendKeys(text);
    }
    return this;
  }

  /** Ticks the box or picks the radio with this label. */
  public Browser choose(String label) {
    WebElement box = field(label);
    if (!box.isSelected()) {
      box.click();
    }
    return this;
  }

  /** The field that a label names. */
  public WebElement field(String label) {
    WebElement named =
        driver.findElement(By.xpath("//label[normalize-space(.)=" + quoted(label) + "]"));
    String id = named.getDomAttribute("for");
    return id == null
        ? named.findElement(By.cssSelector("input, select, textarea"))
        : driver.findElement(By.id(id));
  }

  /** Presses the button or follows the link with this name, and waits for the page it leads to. */
  public Browser press(String name) {
    WebElement pressed =
        driver.findElement(
            By.xpath(
                "//*[self::button or self::a or self::summary][normalize-space(.)=%s]"
                    .formatted(quoted(name))));
    if (pressed.getTagName().equals("summary")) {
      pressed.click();
      return this;
    }
    return leaveBy(pressed);
  }

  /** The same for what has the name of many: the first for a CSS selector. */
  public Browser pressFirst(String css) {
    return leaveBy(find(css));
  }

  private Browser leaveBy(WebElement pressed) {
    WebElement page = find("html");
    pressed.click();
    awaitLeaving(page);
    return this;
  }

  /** Types to whatever has the focus, as one without a mouse does. */
  public Browser keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Presses Tab until the focus is on something with these words, then Enter. */
  public Browser tabTo(String name) {
    for (int presses = 0; presses < 100; presses++) {
      keys(Keys.TAB);
      WebElement focused = focused();
      if (focused.getText().strip().equals(name) || name.equals(focused.getAccessibleName())) {
        return this;
      }
    }
    throw new AssertionError("Tab never reaches '" + name + "' on " + path());
  }

  /** Presses Enter where the focus is and waits for the page it leads to. */
  public Browser enter() {
    WebElement page = find("html");
    keys(Keys.ENTER);
    awaitLeaving(page);
    return this;
  }

  public WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Waits until it holds, at most ten seconds. */
  public Browser await(String what, BooleanSupplier condition) {
    waiting().withMessage(what + " on " + path()).until(anything -> condition.getAsBoolean());
    return this;
  }

  private void awaitLeaving(WebElement page) {
    waiting()
        .withMessage("still on " + path())
        .until(
            anything -> {
              try {
                page.getTagName();
                return false;
              } catch (WebDriverException e) {
                // Stale, or asked in the very moment the document was taken away.
                return true;
              }
            });
    if (scripts) {
      // The new document is there before all of it is.
      await(
          "a whole page",
          () -> "complete".equals(driver.executeScript("return document.readyState")));
    }
    assertWidth();
  }

  private WebDriverWait waiting() {
    WebDriverWait waiting = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    waiting.ignoring(NoSuchElementException.class);
    return waiting;
  }

  /**
   * Keeps a picture of the whole page in target/screens, named with its width, where pictures are
   * asked for: they take as long as all the rest of looking.
   */
  public Browser screenshot(String name) {
    return keepsPictures() ? picture(name) : this;
  }

  /** Whether pictures are asked for. */
  public static boolean keepsPictures() {
    return System.getProperty("screens") != null;
  }

  /** Keeps a picture in any case. */
  Browser picture(String name) {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    keep(SCREENS.resolve(name + "-" + width + ".png"), picture);
    return this;
  }

  private static void keep(Path file, Map<String, Object> picture) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a picture of a part of the page, from the top of it, in a form that loads fast. */
  public Browser pictureOf(String css, int tallest, Path file) {
    Map<?, ?> place =
        (Map<?, ?>)
            Objects.requireNonNull(
                driver.executeScript(
                    "const at = document.querySelector(arguments[0]).getBoundingClientRect();"
                        + "return { y: at.top + scrollY, height: Math.min(at.height, arguments[1]) };",
                    css,
                    tallest));
    Map<String, Object> clip =
        Map.of(
            "x", 0, "y", place.get("y"), "width", width, "height", place.get("height"), "scale", 1);
    keep(
        file,
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "webp", "quality", 80, "clip", clip, "captureBeyondViewport", true)));
    return this;
  }

  /**
   * Finds no fault of accessibility that a machine can find (WCAG 2.2 AA). Asks axe itself: its
   * library for Selenium asks twice, and reads all that was well, which takes three times as long.
   */
  public Browser axe() {
    return axe(List.of(find("body")));
  }

  /** The same of these elements and what is in them; it takes as long as they are many. */
  public Browser axe(List<WebElement> parts) {
    Chromium.runIn(driver, AXE);
    assertThat((List<?>) driver.executeAsyncScript(ASK_AXE, parts))
        .as("accessibility of %s", path())
        .isEmpty();
    return this;
  }

  /** For what has no words here. */
  public WebDriver driver() {
    return driver;
  }

  private static String axeItself() {
    try {
      return new EmbeddedResourceAxeProvider().getScript();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperationNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String text) {
    return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
  }
}
