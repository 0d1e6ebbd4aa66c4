package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Sessions that end too early, readers who change language, clicks that come twice. */
final class SessionJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  private House house;
  private Cases cases;
  private Visitor me;

  @BeforeEach
  void build() {
    house = House.build(portal.database(), Language.ID);
    cases = new Cases(portal.database(), house);
    me = house.visitor(portal.browser(), Language.ID);
  }

  @Test
  void a_message_outlives_the_session_it_was_written_in() {
    String number = cases.sent(1);
    me.signIn(House.RESPONDER).open("/requests/" + number);
    me.fill("message.text", "Baris satu.\nBaris \"dua\" & <tiga>.");
    portal.clock().advance(Duration.ofMinutes(61));
    me.press("message.send").sees("sign_in.form_kept");

    me.signInHere(House.RESPONDER).sees("kept_form.title").press("kept_form.send");
    me.sees("message.written").seesText("Baris satu.\nBaris \"dua\" & <tiga>.");
  }

  @Test
  void a_draft_outlives_the_session_it_was_written_in() {
    me.signIn(House.OFFICER);
    Casework work = new Casework(me, portal.clock());
    work.writeDraft(Cases.SUBJECT, Cases.addresses(3)).completeDraft();
    portal.clock().advance(Duration.ofMinutes(61));
    me.press("draft.save").signInHere(House.OFFICER).press("kept_form.send");
    me.sees("draft.found", 3, 0).seesText("Setiap video menawarkan taruhan.");
  }

  @Test
  void a_kept_form_is_not_given_to_another_account() {
    String number = cases.sent(1);
    me.signIn(House.RESPONDER).open("/requests/" + number);
    me.fill("message.text", "Hanya untuk kami.");
    portal.clock().advance(Duration.ofMinutes(61));
    me.press("message.send").signInHere(House.STRANGER);
    me.seesNothingOf(me.say("kept_form.title")).open("/kept-form");
    me.seesNothingOf(me.say("kept_form.title"));
  }

  @Test
  void a_page_is_opened_after_signing_in_for_it() {
    String number = cases.sent(1);
    me.open("/requests/" + number + "?show=open").signInHere(House.RESPONDER);
    assertThat(me.browser().path()).isEqualTo("/requests/" + number + "?show=open");
  }

  @Test
  void the_language_stays_with_the_account() {
    me.signIn(House.OFFICER).press("language.en");
    assertThat(me.browser().find("html").getDomAttribute("lang")).isEqualTo("en");

    Visitor elsewhere = house.visitor(portal.browser(), Language.ID);
    elsewhere.signIn(House.OFFICER);
    assertThat(elsewhere.browser().find("html").getDomAttribute("lang")).isEqualTo("en");
    assertThat(elsewhere.browser().find("h1").getText())
        .isEqualTo(Visitor.MESSAGES.say(Language.EN, "queue.title"));
  }

  @Test
  void changing_the_language_keeps_what_was_typed_but_a_password() {
    String number = cases.sent(1);
    me.open("/sign-in").fill("sign_in.email", "petugas@kementerian.example");
    me.fill("sign_in.password", "rahasia").press("language.en");
    assertThat(me.browser().find("html").getDomAttribute("lang")).isEqualTo("en");
    assertThat(value("input[name=email]")).isEqualTo("petugas@kementerian.example");
    assertThat(value("input[name=password]")).isEmpty();

    me.signIn(House.RESPONDER).open("/requests/" + number);
    me.fill("message.text", "Baris satu.\nBaris dua.").press("language.en");
    assertThat(me.browser().find("html").getDomAttribute("lang")).isEqualTo("en");
    assertThat(value("textarea[name=message]")).isEqualTo("Baris satu.\nBaris dua.");
    me.browser().open("/requests/" + number);
    assertThat(value("textarea[name=message]")).as("once").isEmpty();
  }

  private String value(String css) {
    return String.valueOf(me.browser().find(css).getDomProperty("value"));
  }

  @Test
  void a_double_click_on_send_sends_once() {
    long draft = cases.submitted(Cases.addresses(2));
    me.signIn(House.SUPERVISOR).open("/drafts/" + draft);
    WebElement send = me.browser().find("button.big");
    new Actions(me.browser().driver()).doubleClick(send).perform();
    me.browser().await("the request", () -> me.browser().path().startsWith("/requests/"));
    me.sees("request.state.waiting_for_company", 2, 0);
    assertThat(portal.db().rows("select number from request")).hasSize(1);
    assertThat(portal.db().rows("select 1 from event where kind = 'request.sent'")).hasSize(1);
  }

  @Test
  void a_double_click_lands_on_the_request_without_javascript_too() {
    long draft = cases.submitted(Cases.addresses(2));
    Visitor plain = house.visitor(portal.browserWithoutJavaScript(), Language.ID);
    plain.signIn(House.SUPERVISOR).open("/drafts/" + draft);
    WebElement send = plain.browser().find("button.big");
    new Actions(plain.browser().driver()).doubleClick(send).perform();
    plain.browser().await("the request", () -> plain.browser().path().startsWith("/requests/"));
    assertThat(portal.db().rows("select 1 from event where kind = 'request.sent'")).hasSize(1);
  }
}
