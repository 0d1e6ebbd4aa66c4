package id.narahubung.journeys;

import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.testing.FakeClock;
import id.narahubung.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What people of both sides do with requests and items, page by page, in a browser. */
final class Casework {

  private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

  private final Visitor me;
  private final FakeClock clock;

  Casework(Visitor me, FakeClock clock) {
    this.me = me;
    this.clock = clock;
  }

  /** Fills in what the form of a draft cannot do without, and the pasted text. */
  Casework writeDraft(String subject, String pasted) {
    me.press("drafts.new");
    me.fill("draft.platform", House.PLATFORM + " · " + House.COMPANY);
    me.fill("draft.subject", subject);
    me.fill("draft.category", gambling());
    me.fill("draft.pasted", pasted);
    return this;
  }

  /** And what it needs before it may be submitted. */
  Casework completeDraft() {
    me.chooseLabelled(me.rules().basis("ite_27_2").label());
    me.fill("draft.analysis", "Setiap video menawarkan taruhan.");
    me.fill("draft.redress", "Dalam 7 hari kepada piket@kementerian.example.");
    me.fill("draft.requester_body", "Direktorat Pengendalian Konten");
    me.fill("draft.requester_contact", "Petugas piket, piket@kementerian.example");
    me.fill("draft.letter_number", "B-412/DJAI/AI.02/03/2026");
    me.browser().field(me.say("draft.letter_date")).sendKeys("03012026");
    return this;
  }

  /** Adds the screenshot that the law asks for, from the draft's own page. */
  Casework addScreenshot() throws IOException {
    Path file = Files.createTempFile("tangkapan-layar", ".png");
    try {
      Files.write(file, Samples.png(8, 8));
      me.press("evidence.add");
      me.browser().find("input[type=file]").sendKeys(file.toString());
      me.press("evidence.new.do").sees("evidence.added");
    } finally {
      Files.delete(file);
    }
    return this;
  }

  /** As the list of categories says it: with its urgency and hours. */
  private String gambling() {
    String label = me.label(me.rules().category("04").label());
    return me.browser().all("#category option").stream()
        .map(WebElement::getText)
        .filter(text -> text.startsWith(label))
        .findFirst()
        .orElseThrow();
  }

  /** The two steps of answering, from where the items were chosen. */
  Casework answer(int items, String type, Map<String, String> details) {
    AnswerType chosen = me.rules().answerType(type);
    me.chooseLabelled(chosen.label()).press("answer.continue");
    for (AnswerField field : chosen.fields()) {
      String detail = details.getOrDefault(field.code(), "");
      switch (field.input()) {
        case INSTANT -> type(me.label(field.label()), now());
        case CHOICE -> me.chooseLabelled(field.findOption(detail).orElseThrow().label());
        default -> me.fillLabelled(field.label(), detail);
      }
    }
    me.press("answer.save", items);
    return this;
  }

  Casework removed(int items) {
    return answer(items, "D1", Map.of("rule_line", "Pedoman komunitas 4.2"));
  }

  /** Refuses, with ground and reason. */
  Casework refuse(int items, String ground, String reason) {
    AnswerType refused = me.rules().answerType("T1");
    me.chooseLabelled(refused.label()).press("answer.continue");
    me.chooseLabelled(me.rules().ground(ground).label());
    me.fillLabelled(refused.findField("reason").orElseThrow().label(), reason);
    me.press("answer.save", items);
    return this;
  }

  /** Records a check; the time of looking stands there already. */
  Casework check(int items, String verdict) {
    me.choose("verdict." + verdict);
    me.fill("check.network", "Telkomsel seluler");
    me.choose("surface.app").choose("signed_in.no");
    me.press("check.save", items);
    return this;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), COMPANY);
  }

  /**
   * Types a date and time key by key into the browser's own control, whose order is American: the
   * browser speaks English, whatever the page does.
   */
  private void type(String label, LocalDateTime time) {
    me.browser().field(label).sendKeys(keys("MMddyyyy", time), Keys.TAB, keys("hhmma", time));
  }

  private static String keys(String pattern, LocalDateTime time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }
}
