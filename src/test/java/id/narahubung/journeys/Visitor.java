package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.rules.RuleSet;
import id.narahubung.testing.Browser;
import id.narahubung.text.Label;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A person at the portal, who finds everything by the words of one language. */
final class Visitor {

  static final Messages MESSAGES = new Messages();

  private final Browser browser;
  private final Words words;
  private final RuleSet rules;
  private final Map<String, String> sessions;

  /**
   * @param sessions by the mail address of whoever has one
   */
  Visitor(Browser browser, Language language, RuleSet rules, Map<String, String> sessions) {
    this.browser = browser;
    this.words = new Words(MESSAGES, language, Words.WIB);
    this.rules = rules;
    this.sessions = new HashMap<>(sessions);
  }

  Browser browser() {
    return browser;
  }

  Words words() {
    return words;
  }

  RuleSet rules() {
    return rules;
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  String label(Label label) {
    return words.label(label);
  }

  /** Signs in by the form, in this visitor's language. */
  Visitor signIn(String email) {
    browser.open("/sign-in");
    readInOwnLanguage();
    return signInHere(email);
  }

  /** Takes this person's seat: by the session begun before, by the form once that has ended. */
  Visitor as(String email) {
    browser
        .carry(
            Map.of(
                "session",
                sessions.getOrDefault(email, "none"),
                "language",
                words.language().code()))
        .open("/");
    if (browser.path().startsWith("/sign-in")) {
      signIn(email);
      sessions.put(email, browser.carried("session"));
    }
    return this;
  }

  /** Fills in the sign-in form that stands on the page. */
  Visitor signInHere(String email) {
    return fill("sign_in.email", email)
        .fill("sign_in.password", House.PASSWORD)
        .press("sign_in.button");
  }

  Visitor readInOwnLanguage() {
    if (!words.language().code().equals(browser.find("html").getDomAttribute("lang"))) {
      press("language." + words.language().code());
    }
    return this;
  }

  Visitor signOut() {
    return press("layout.sign_out");
  }

  Visitor open(String path) {
    browser.open(path);
    return this;
  }

  /** Types into the field whose label has this key. */
  Visitor fill(String key, String text) {
    browser.fill(say(key), text);
    return this;
  }

  /** The same for a label that says it may stay empty. */
  Visitor fillOptional(String key, String text) {
    browser.fill(say(key) + " " + say("parts.optional"), text);
    return this;
  }

  Visitor fillLabelled(Label label, String text) {
    browser.fill(label(label), text);
    return this;
  }

  /** Types into a field of an answer that says it may stay empty. */
  Visitor fillOptional(String type, String field, String text) {
    Label named = rules.answerType(type).findField(field).orElseThrow().label();
    browser.fill(label(named) + " " + say("parts.optional"), text);
    return this;
  }

  Visitor choose(String key, Object... arguments) {
    browser.choose(words.capital(say(key, arguments)));
    return this;
  }

  /** A choice's words, as they begin a line. */
  String option(String key) {
    return words.capital(say(key));
  }

  Visitor chooseLabelled(Label label) {
    browser.choose(words.capital(label(label)));
    return this;
  }

  /** Presses the button or link with the words of this key. */
  Visitor press(String key, Object... arguments) {
    browser.press(say(key, arguments));
    return this;
  }

  Visitor follow(String link) {
    browser.press(link);
    return this;
  }

  /** Follows the link to this address of the portal. */
  Visitor followTo(String href) {
    return follow(browser.find("main a[href='" + href + "']").getText());
  }

  /** Picks the row with this item's number in a list that can be chosen from. */
  Visitor pick(String item) {
    // By key: WebDriver would click where it stands, even under the bar at the foot of the window.
    browser.field(say("choose.item", item)).sendKeys(Keys.SPACE);
    return this;
  }

  Visitor sees(String key, Object... arguments) {
    return seesText(say(key, arguments));
  }

  Visitor seesText(String text) {
    assertThat(browser.text()).as(browser.path()).contains(text);
    return this;
  }

  Visitor seesNothingOf(String text) {
    assertThat(browser.text()).as(browser.path()).doesNotContain(text);
    return this;
  }

  /** The row of a table that has this in it. */
  String row(String text) {
    return browser.all("tbody tr").stream()
        .map(WebElement::getText)
        .filter(row -> row.contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row with " + text + " on " + browser.path()));
  }
}
