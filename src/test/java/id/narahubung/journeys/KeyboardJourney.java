package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.rules.RuleSet;
import id.narahubung.testing.Browser;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The core of the work with nothing but keys, which go to whatever has the focus. */
final class KeyboardJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private static final Language LANGUAGE = Language.ID;

  @Test
  void a_request_is_written_sent_answered_and_checked_by_keys_alone() {
    House house = House.build(portal.database(), LANGUAGE);
    RuleSet rules = House.rules(portal.database());
    Visitor me = house.visitor(portal.browser(), LANGUAGE);
    Keyboard keys = new Keyboard(me);

    keys.signIn(House.OFFICER);
    keys.to(me.say("nav.new_request")).enter();
    writeDraft(me, keys);
    keys.to(me.say("draft.override")).press(" ");
    keys.to(me.say("draft.override.reason")).press("Menyusul.");
    keys.to(me.say("draft.override.do")).enter();
    keys.to(me.say("draft.submit", 2)).enter();
    me.sees("draft.submitted");

    keys.to(me.say("layout.sign_out")).enter();
    keys.signIn(House.SUPERVISOR);
    keys.to(Cases.SUBJECT).enter().to(me.say("draft.send", 2)).enter();
    String number = me.browser().path().replace("/requests/", "");

    keys.to(me.say("layout.sign_out")).enter();
    keys.signIn(House.RESPONDER);
    // J goes to the first row of a page on which nothing has the focus, and on from there.
    keys.press("j", " ", "j", " ");
    keys.to(me.say("choose.answer")).enter();
    keys.toRadio(me.label(rules.answerType("N2").label()));
    keys.to(me.say("answer.continue")).enter();
    keys.to(me.say("answer.save", 2)).enter();
    me.sees("answer.saved", 2);

    keys.to(me.say("layout.sign_out")).enter();
    keys.signIn(House.OFFICER);
    keys.to(me.say("choose.all")).press(" ").to(me.say("choose.check")).enter();
    keys.toRadio(me.option("verdict.down")).press(" ");
    keys.to(me.say("check.network")).press("IndiHome");
    keys.toRadio(me.option("signed_in.no")).press(" ");
    keys.to(me.say("check.save", 2)).enter();
    me.sees("check.saved", 2).open("/requests/" + number).sees("request.state.closed");
  }

  private static void writeDraft(Visitor me, Keyboard keys) {
    // Past the navigation, where a link has the same name.
    keys.to(me.say("nav.roster")).to(me.say("draft.platform")).press(House.PLATFORM);
    keys.to(me.say("draft.subject")).press(Cases.SUBJECT);
    keys.to(me.say("draft.category")).press(me.label(me.rules().category("04").label()));
    keys.to(me.say("draft.pasted")).press("https://klip.example/v/1", Keys.ENTER);
    keys.press("https://klip.example/v/2");
    keys.to(me.label(me.rules().basis("ite_27_2").label())).press(" ");
    keys.to(me.say("draft.analysis")).press("Menawarkan taruhan.");
    keys.to(me.say("draft.redress")).press("Dalam 7 hari.");
    keys.to(me.say("draft.requester_body")).press("Direktorat");
    keys.to(me.say("draft.requester_contact")).press("Petugas piket");
    keys.to(me.say("draft.letter_number")).press("B-1");
    keys.to(me.say("draft.letter_date")).press("03012026");
    keys.to(me.say("draft.save")).enter();
  }

  /** Hands that hold no mouse. Every stop on the way must show that it has the focus. */
  private static final class Keyboard {

    private static final int MOST_STOPS = 150;

    private final Visitor me;
    private final Browser browser;

    Keyboard(Visitor me) {
      this.me = me;
      this.browser = me.browser();
    }

    void signIn(String email) {
      if (!browser.path().startsWith("/sign-in")) {
        browser.open("/sign-in");
      }
      to(me.say("sign_in.email")).press(email);
      to(me.say("sign_in.password")).press(House.PASSWORD);
      to(me.say("sign_in.button")).enter();
    }

    /** Tab until the focus is on what has this name; the order of the page is the only way. */
    Keyboard to(String name) {
      return to(name, "");
    }

    /** Tab to its group of radios, then arrows to the one with this name. */
    Keyboard toRadio(String name) {
      return to(name, String.valueOf(browser.field(name).getDomAttribute("name")));
    }

    private Keyboard to(String name, String group) {
      for (int stops = 0; stops < MOST_STOPS; stops++) {
        boolean inGroup = group.equals(browser.focused().getDomAttribute("name"));
        browser.keys(inGroup ? Keys.ARROW_DOWN : Keys.TAB);
        WebElement stop = browser.focused();
        if (name.equals(stop.getAccessibleName())) {
          assertThat(isFocusSeen(stop)).as("focus seen on '%s'", name).isTrue();
          return this;
        }
      }
      throw new AssertionError("Tab never reaches '" + name + "' on " + browser.path());
    }

    private static boolean isFocusSeen(WebElement stop) {
      String outline = Objects.requireNonNull(stop.getCssValue("outline-style"));
      String width = Objects.requireNonNull(stop.getCssValue("outline-width"));
      return !outline.equals("none") && Double.parseDouble(width.replace("px", "")) >= 2;
    }

    Keyboard press(CharSequence... keys) {
      browser.keys(keys);
      return this;
    }

    Keyboard enter() {
      browser.enter();
      return this;
    }
  }
}
