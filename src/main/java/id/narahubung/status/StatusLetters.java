package id.narahubung.status;

import id.narahubung.mail.Letter;
import id.narahubung.status.MailSheet.Link;
import id.narahubung.status.Sheet.Entry;
import id.narahubung.status.Sheet.Section;
import id.narahubung.templates.Templates;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words the mail of a week: one page, the same as HTML and as plain text, safe to forward. */
final class StatusLetters {

  private static final int LONGEST_SUBJECT = 200;

  /** What is longer is cut off by some programs that show mails. */
  private static final int MOST_BYTES = 100_000;

  /** So many companies have a part of their own in the ministry's, the fewer the more there are. */
  private static final List<Integer> WHOLE = List.of(25, 12, 6, 3, 0);

  /** What of the portal a reader can reach from the mail. */
  enum Reach {
    /** Nothing behind a sign-in: the reader has no account. */
    NOTHING,
    /** What it tells of. */
    READ,
    /** That, and to say something to the other side about a number. */
    REMARK;

    static Reach of(boolean outside, boolean mayRemark) {
      return outside ? NOTHING : mayRemark ? REMARK : READ;
    }
  }

  private final Messages messages;
  private final Templates templates;
  private final URI publicUrl;
  private final boolean answered;

  /**
   * For readers.
   *
   * @param answered whether somebody reads what they answer to the mail
   */
  StatusLetters(Messages messages, URI publicUrl, boolean answered) {
    this.answered = answered;
    this.messages = messages;
    this.templates = Templates.pages(messages);
    this.publicUrl = publicUrl;
  }

  /**
   * The ministry's week, or one company's.
   *
   * @param reach what its reader can follow: nothing else is offered
   * @param unsubscribe what ends it; none where it ends otherwise
   */
  Letter write(
      StatusWeek week,
      Optional<Long> company,
      Language language,
      Reach reach,
      Optional<String> unsubscribe) {
    Words words = new Words(messages, language, Words.WIB);
    SheetWriter writer = new SheetWriter(words, week);
    if (company.isPresent()) {
      return write(words, week, writer.company(company.get()), reach, unsubscribe);
    }
    // Where all of it fits, those that are green are told as the others are.
    Letter letter = write(words, week, writer.ministry(WHOLE.getFirst(), true), reach, unsubscribe);
    for (int most : WHOLE) {
      if (letter.html().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES) {
        return letter;
      }
      letter = write(words, week, writer.ministry(most, false), reach, unsubscribe);
    }
    return letter;
  }

  private Letter write(
      Words words, StatusWeek week, Sheet sheet, Reach reach, Optional<String> unsubscribe) {
    boolean outside = reach == Reach.NOTHING;
    Language language = words.language();
    MailSheet page =
        new MailSheet(
            language.code(),
            leading(words, sheet, reach),
            link(
                words,
                "status.mail.open",
                outside
                    ? ""
                    : week.frozen().isPresent() ? "/status/" + week.week().code() : "/status"),
            link(words, "status.mail.definitions", "/figures/definitions"),
            link(words, "mail.settings", outside ? "" : "/account/notices"),
            link(
                words,
                "status.mail.unsubscribe",
                unsubscribe.map(token -> "/unsubscribe/" + token).orElse("")),
            why(words, reach),
            words.say("status.remark.link"),
            words.say("status.meanings"));
    String subject = sheet.title() + " " + sheet.span() + ": " + sheet.summary();
    return new Letter(
        language,
        subject.length() > LONGEST_SUBJECT
            ? subject.substring(0, LONGEST_SUBJECT - 1) + "…"
            : subject,
        templates.draw("mail/status", language.locale(), Map.of("page", page)),
        plain(page));
  }

  /** Why it comes, and whether it can be answered; who has no account knows of no other way. */
  private String why(Words words, Reach reach) {
    String why = words.say(reach == Reach.NOTHING ? "status.mail.why_outside" : "status.mail.why");
    if (answered) {
      return why + " " + words.say("status.mail.answered");
    }
    return switch (reach) {
      case NOTHING -> why;
      case READ -> why + " " + words.say("status.mail.no_reply");
      case REMARK -> why + " " + words.say("status.mail.not_answered");
    };
  }

  private Link link(Words words, String key, String path) {
    return new Link(whole(path), words.say(key));
  }

  private String whole(String path) {
    return path.isEmpty() ? "" : publicUrl.resolve(path).toString();
  }

  /**
   * The same with whole addresses, but none that its reader cannot follow; and with each colour by
   * its name, since not everybody sees it.
   */
  private Sheet leading(Words words, Sheet sheet, Reach reach) {
    return new Sheet(
        sheet.title(),
        sheet.summary(),
        sheet.span(),
        sheet.data(),
        sheet.note(),
        sheet.sections().stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.heading(),
                        section.tone(),
                        section.tone().isEmpty()
                            ? section.about()
                            : words.say("status.light." + section.tone()) + ": " + section.about(),
                        "",
                        section.entries().stream()
                            .map(
                                each ->
                                    each.leading(
                                        reach == Reach.NOTHING ? "" : whole(each.href()),
                                        reach == Reach.REMARK ? whole(each.remark()) : ""))
                            .toList()))
            .toList(),
        sheet.period(),
        sheet.meanings());
  }

  private static String plain(MailSheet page) {
    Sheet sheet = page.sheet();
    List<String> lines = new ArrayList<>(List.of(sheet.title(), sheet.span(), sheet.summary()));
    if (!sheet.note().isEmpty()) {
      lines.add(sheet.note());
    }
    for (Section section : sheet.sections()) {
      lines.add("");
      lines.add("== " + section.heading() + " ==");
      if (!section.about().isEmpty()) {
        lines.add(section.about());
      }
      section.entries().forEach(entry -> entry(page, entry, lines));
    }
    lines.addAll(List.of("", "== " + page.meaningsLabel() + " ==", sheet.period()));
    sheet.meanings().forEach(each -> lines.add("- " + each.name() + ": " + each.means()));
    lines.addAll(List.of("", "-- ", sheet.data(), page.why()));
    Stream.of(page.open(), page.definitions(), page.settings(), page.unsubscribe())
        .filter(Link::isOffered)
        .forEach(link -> lines.add(link.label() + ": " + link.href()));
    return String.join("\n", lines) + "\n";
  }

  private static void entry(MailSheet page, Entry entry, List<String> lines) {
    lines.add("- " + entry.label() + (entry.value().isEmpty() ? "" : ": " + entry.value()));
    if (!entry.detail().isEmpty()) {
      lines.add("  " + entry.detail());
    }
    if (!entry.href().isEmpty()) {
      lines.add("  " + entry.href());
    }
    if (!entry.remark().isEmpty()) {
      lines.add("  " + page.remarkLabel() + ": " + entry.remark());
    }
  }
}
