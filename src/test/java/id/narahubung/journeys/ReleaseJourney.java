package id.narahubung.journeys;

import id.narahubung.testing.Browser;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder answers, a lead releases and returns, the ministry sees what was released. */
final class ReleaseJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void a_lead_releases_what_a_responder_wrote() {
    tell(portal.browser(), Language.EN);
  }

  @Test
  void and_so_without_javascript() {
    tell(portal.browserWithoutJavaScript(), Language.ID);
  }

  private static void tell(Browser browser, Language language) {
    House house = House.build(portal.database(), language);
    String number = new Cases(portal.database(), house).sent(3);
    Visitor me = house.visitor(browser, language);

    me.as(House.LEAD).press("nav.company").choose("company.release.required");
    me.press("company.save").sees("company.release.saved");

    me.as(House.RESPONDER).pick(number + "/0001").pick(number + "/0002").press("choose.answer");
    me.sees("answer.waits.note").chooseLabelled(me.rules().answerType("N2").label());
    me.press("answer.continue").press("answer.waits.save", 2).sees("answer.waits.saved", 2);

    me.as(House.OFFICER).open("/requests/" + number).sees("count.open", 3);

    me.as(House.LEAD).open("/answer-drafts").pick(number + "/0001");
    me.press("draft_answer.release").sees("draft_answer.released", 1);
    me.pick(number + "/0002")
        .fill("draft_answer.reason", "Siapa yang menghapus? Cek kembali bukti jalannya.");
    me.press("draft_answer.return").sees("draft_answer.returned", 1);

    me.as(House.RESPONDER).open("/answer-drafts?show=returned");
    me.seesText("Siapa yang menghapus? Cek kembali bukti jalannya.").pick(number + "/0002");
    me.press("draft_answer.change.chosen");
    me.fillOptional("N2", "note", "Pemilik akun menghapusnya.");
    me.press("answer.waits.save", 1).sees("answer.waits.saved", 1);

    me.as(House.LEAD).open("/answer-drafts").seesText("Pemilik akun menghapusnya.");
    me.pick(number + "/0002").press("draft_answer.release").sees("draft_answer.released", 1);

    me.as(House.OFFICER).open("/requests/" + number).sees("count.open", 1);
    me.open("/requests/" + number + "/items/2").seesText("Pemilik akun menghapusnya.");
    me.seesNothingOf("Siapa yang menghapus? Cek kembali bukti jalannya.");
  }
}
