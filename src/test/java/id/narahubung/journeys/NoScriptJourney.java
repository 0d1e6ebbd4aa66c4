package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The core of the work with JavaScript switched off. */
final class NoScriptJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void a_request_is_written_sent_answered_and_checked_without_a_script() throws IOException {
    House house = House.build(portal.database(), Language.ID);
    Visitor me = house.visitor(portal.browserWithoutJavaScript(), Language.ID);
    Casework work = new Casework(me, portal.clock());

    me.as(House.OFFICER);
    work.writeDraft(Cases.SUBJECT, Cases.addresses(3)).completeDraft();
    me.press("draft.save").sees("draft.found", 3, 0);
    work.addScreenshot();
    me.press("draft.submit", 3);
    me.as(House.SUPERVISOR).follow(Cases.SUBJECT).press("draft.send", 3).sees("request.sent");
    String number = me.browser().path().replace("/requests/", "");

    me.as(House.RESPONDER).pick(number + "/0001").pick(number + "/0002").press("choose.answer");
    work.removed(2);
    me.sees("answer.saved", 2).follow(number + "/0003").press("act.answer");
    work.refuse(1, "R1", "Tidak ditemukan pelanggaran.");

    me.as(House.OFFICER).pick(number + "/0001").pick(number + "/0002").press("choose.check");
    work.check(2, "down");
    me.sees("check.saved", 2);
    me.as(House.SUPERVISOR).open("/?show=decide").follow(number + "/0003").press("act.rule");
    me.choose("ruling.accept").press("ruling.save", 1);
    me.open("/requests/" + number).sees("request.state.closed");
  }

  @Test
  void a_form_with_errors_comes_back_with_what_was_typed() {
    House house = House.build(portal.database(), Language.EN);
    Visitor me = house.visitor(portal.browserWithoutJavaScript(), Language.EN);
    me.as(House.OFFICER).open("/drafts/new").fill("draft.subject", "<script>alert(1)</script>");
    me.press("draft.save").sees("draft.fault.platform");
    assertThat(me.browser().field(me.say("draft.subject")).getDomProperty("value"))
        .isEqualTo("<script>alert(1)</script>");

    me.fill("draft.subject", "Baris \"satu\" & <dua>").press("language.keeping");
    assertThat(me.browser().find("html").getDomAttribute("lang")).isEqualTo("id");
    assertThat(me.browser().find("[name=subject]").getDomProperty("value"))
        .isEqualTo("Baris \"satu\" & <dua>");
  }
}
