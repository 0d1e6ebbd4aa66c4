package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.Browser;
import id.narahubung.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** Looks at pages, keeps a picture of each where asked, and notes what is wrong with any. */
final class Screens {

  /**
   * The languages in which pages are looked at that differ by their words alone: every key has
   * both, so that the first finds what is missing; the other, too, where pictures are asked for.
   */
  static Stream<Language> languages() {
    return Browser.keepsPictures() ? Stream.of(Language.values()) : Stream.of(Language.ID);
  }

  /** Of all elements that axe has looked at in this JVM: it need not see their like again. */
  private static final Set<Long> KINDS = new HashSet<>();

  private final List<String> faults = new ArrayList<>();

  /** What was found wrong so far. */
  List<String> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** Looks at the page that stands there, on a desk and on a phone. */
  void look(Visitor me, String name) {
    Browser browser = me.browser();
    String language = me.words().language().code();
    String page = language + "/" + name;
    Seen seen = Seen.on(browser);
    note(page, () -> assertThat(seen.language()).isEqualTo(language));
    note(page, () -> assertThat(seen.text()).isNotBlank().doesNotContain("??"));
    note(page, () -> assertThat(seen.text()).doesNotContain(me.say("error.500.title")));
    // A session that ended would show every page as this one.
    boolean signIn = seen.path().startsWith("/sign-in");
    note(page, () -> assertThat(signIn).isEqualTo(name.startsWith("sign-in")));
    // Both languages come from the same templates: what axe finds in one, it would find in both.
    if (me.words().language() == Language.ID) {
      List<Long> fresh = seen.kinds().stream().filter(KINDS::add).toList();
      if (!fresh.isEmpty()) {
        note(page, () -> browser.axe(Seen.first(browser, fresh)));
      }
    }
    browser.screenshot(name + "-" + language);
    if (Browser.keepsPictures()) {
      HelpPictures.keep(browser, name, language);
    }
    browser.narrow();
    note(page, () -> assertThat(browser.wideness()).as("pixels on a phone").isEqualTo(390));
    browser.screenshot(name + "-" + language).at(1280);
  }

  /**
   * What a page says of itself, asked at once: asked for by WebDriver, a long text takes longer
   * than all else. The kind of an element is its place, its class and the attributes it has, in a
   * number.
   */
  private record Seen(String language, String text, String path, Set<Long> kinds) {

    private static final String ASK =
        """
        const kinds = (window.kinds = new Map());
        const number = (text) => { let h = 0; for (const c of text) h = (Math.imul(31, h) + c.charCodeAt(0)) | 0; return h; };
        const told = new Set(["class", "role", "type", "scope", "tabindex"]);
        const walk = (element, above) => {
          const names = [...element.attributes].map(({ name, value }) => told.has(name) ? name + "=" + value : name);
          const empty = element.children.length === 0 && !element.textContent.trim() ? " empty" : "";
          const kind = number(above + " " + element.localName + " " + names.sort().join(" ") + empty);
          if (!kinds.has(kind)) kinds.set(kind, element);
          for (const child of element.children) walk(child, kind);
        };
        walk(document.body, "");
        return [document.documentElement.lang, document.body.innerText, location.pathname, [...kinds.keys()]];
        """;

    private static final String WHERE =
        """
        const found = new Set(arguments[0].map((kind) => window.kinds.get(kind)));
        const isWithin = (element) => element !== null && (found.has(element) || isWithin(element.parentElement));
        return [...found].filter((element) => !isWithin(element.parentElement));
        """;

    /** The first of each of these kinds on the page, without those that are within another. */
    static List<WebElement> first(Browser browser, List<Long> kinds) {
      return ((List<?>)
              Objects.requireNonNull(
                  ((JavascriptExecutor) browser.driver()).executeScript(WHERE, kinds)))
          .stream().map(WebElement.class::cast).toList();
    }

    static Seen on(Browser browser) {
      List<?> said =
          (List<?>)
              Objects.requireNonNull(((JavascriptExecutor) browser.driver()).executeScript(ASK));
      Set<Long> kinds =
          ((List<?>) said.get(3)).stream().map(Long.class::cast).collect(Collectors.toSet());
      return new Seen(
          String.valueOf(said.get(0)),
          String.valueOf(said.get(1)),
          String.valueOf(said.get(2)),
          kinds);
    }
  }

  private void note(String page, Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      faults.add(page + ": " + e.getMessage());
    }
  }
}
