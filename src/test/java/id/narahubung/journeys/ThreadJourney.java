package id.narahubung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.testing.FakeClock;
import id.narahubung.testing.RunningPortal;
import id.narahubung.text.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One request from the first word to the last item settled, as three people would do it. */
final class ThreadJourney {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  /** The address of the draft: what could not be filed has stayed behind in another like it. */
  private String draft = "";

  private static final String LETTER =
      """
      Dari: aduan@lembaga.example
      Kepada: Petugas piket

      Mohon ditindaklanjuti, ditemukan semalam pukul 21.30:
      1. https://klip.example/v/70211?utm_source=wa
      2. <https://klip.example/v/70218>
      3. klip.example/v/70240
      4. https://klip.example/v/70255, dan https://klip.example/v/70266.
      5. ftp://klip.example/daftar

      Terima kasih.
      """;

  private final FakeClock clock = portal.clock();

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_request_goes_from_the_first_word_to_the_last_item_settled(Language language)
      throws IOException {
    House house = House.build(portal.database(), language);
    Visitor me = house.visitor(portal.browser(), language);
    Casework work = new Casework(me, clock);

    the_officer_writes_and_sees_what_was_found(me, work);
    the_supervisor_returns_it_and_the_officer_mends_it(me);
    String number = the_supervisor_sends_it(me);
    the_company_acknowledges_and_answers(me, work, number);
    both_sides_talk_and_keep_notes_to_themselves(me, number);
    the_ministry_replies_checks_and_upholds(me, work, number);
    the_company_answers_again_and_the_request_closes(me, work, number);
  }

  private void the_officer_writes_and_sees_what_was_found(Visitor me, Casework work)
      throws IOException {
    me.as(House.OFFICER);
    work.writeDraft(Cases.SUBJECT, LETTER);
    me.press("draft.save").sees("draft.saved").sees("draft.found", 5, 1);
    me.seesText("hxxps://klip[.]example/v/70211").sees("draft.scheme_added");
    me.seesText("ftp://klip[.]example/daftar").sees("address.fault.not_http");
    me.sees("draft.missing").press("draft.edit");
    work.completeDraft();
    me.press("draft.save").sees("need.evidence");
    work.addScreenshot();
    me.seesNothingOf(me.say("draft.missing"));
    me.press("draft.submit", 5).sees("request.state.awaiting_approval");
    draft = me.browser().path();
  }

  private void the_supervisor_returns_it_and_the_officer_mends_it(Visitor me) {
    me.as(House.SUPERVISOR).follow(Cases.SUBJECT);
    me.fill("draft.note", "Sebutkan siapa yang disasar.").press("draft.return");
    me.sees("draft.returned");

    me.as(House.OFFICER).open("/?show=drafts").sees("request.state.returned").open(draft);
    me.seesText("Sebutkan siapa yang disasar.").press("draft.edit");
    me.fill("draft.analysis", "Setiap video menawarkan taruhan kepada anak sekolah.");
    me.press("draft.save").press("draft.submit", 5);
  }

  private String the_supervisor_sends_it(Visitor me) {
    me.as(House.SUPERVISOR).follow(Cases.SUBJECT).press("draft.send", 5);
    me.sees("request.sent").sees("request.state.waiting_for_company", 5, 0);
    Instant due = clock.instant().plus(Duration.ofHours(24));
    me.seesText(me.words().instant(due)).seesText(me.words().left(due, clock.instant()));
    return me.browser().path().replace("/requests/", "");
  }

  private void the_company_acknowledges_and_answers(Visitor me, Casework work, String number) {
    clock.advance(Duration.ofMinutes(5));
    me.as(House.RESPONDER);
    me.seesText(number + "/0001").seesText("hxxps://klip[.]example/v/70211");
    me.open("/requests").follow(number).press("request.acknowledge").sees("request.acknowledged");

    clock.advance(Duration.ofMinutes(5));
    me.follow("0001").press("act.answer");
    work.removed(1);
    me.sees("answer.saved", 1);

    me.open("/").pick(number + "/0002").pick(number + "/0003").press("choose.answer");
    me.sees("answer.title", 2);
    work.removed(2);
    me.sees("answer.saved", 2);

    me.open("/").follow(number + "/0004").press("act.answer");
    work.refuse(1, "R6", "Liputan berita tentang penangkapan bandar.");
    me.open("/").follow(number + "/0005").press("act.answer");
    work.answer(1, "K1", Map.of("questions", "Menit ke berapa?"));
    me.sees("clock.paused");
    me.open("/").sees("queue.empty.open");
  }

  private void both_sides_talk_and_keep_notes_to_themselves(Visitor me, String number) {
    me.open("/requests/" + number);
    say(me, "send", "Item 4 sedang ditinjau redaksi.");
    say(me, "keep.company", "Tanyakan kepada tim hukum.");
    me.as(House.OFFICER).open("/requests/" + number);
    me.seesText("Item 4 sedang ditinjau redaksi.");
    me.seesNothingOf("Tanyakan kepada tim hukum.");
    say(me, "keep.ministry", "Siapkan surat peringatan.");
    me.as(House.RESPONDER).open("/requests/" + number);
    me.seesText("Tanyakan kepada tim hukum.").seesNothingOf("Siapkan surat peringatan.");
  }

  private static void say(Visitor me, String button, String text) {
    me.fill("message.text", text).press("message." + button);
    me.sees("message.written").seesText(text);
  }

  private void the_ministry_replies_checks_and_upholds(Visitor me, Casework work, String number) {
    clock.advance(Duration.ofMinutes(10));
    me.as(House.OFFICER).open("/?show=clarify").follow(number + "/0005");
    me.seesText("Menit ke berapa?").press("act.clarify");
    me.fill("clarification.reply", "Menit 2.15.").press("clarification.save", 1);
    me.sees("clarification.saved", 1);

    me.open("/?show=check").pick(number + "/0001").pick(number + "/0003").press("choose.check");
    work.check(2, "down");
    me.open("/?show=check").follow(number + "/0002").press("act.check");
    work.check(1, "still_up");
    me.open("/requests/" + number);
    assertThat(me.row("70218")).contains(me.say("verdict.still_up"));

    me.as(House.SUPERVISOR).open("/?show=decide").follow(number + "/0004").press("act.rule");
    me.choose("ruling.uphold").fill("ruling.reason", "Ada tautan daftar di keterangan.");
    me.press("ruling.save", 1).sees("ruling.saved", 1);
  }

  private void the_company_answers_again_and_the_request_closes(
      Visitor me, Casework work, String number) {
    Instant lastHere = clock.instant().minus(Duration.ofMinutes(10));
    clock.advance(Duration.ofMinutes(10));
    me.as(House.RESPONDER).open("/requests/" + number);
    me.sees("request.since", me.words().instant(lastHere));
    me.sees("request.state.waiting_for_company", 3, 0).sees("ruling.upheld");
    me.pick("0002").pick("0004").pick("0005").press("choose.answer");
    work.removed(3);

    me.as(House.OFFICER).open("/?show=check");
    me.pick(number + "/0002").pick(number + "/0004").pick(number + "/0005").press("choose.check");
    work.check(3, "down");
    me.open("/requests/" + number).sees("request.state.closed").sees("request.next.closed");
    me.as(House.RESPONDER).open("/requests/" + number).sees("request.state.closed");
  }
}
