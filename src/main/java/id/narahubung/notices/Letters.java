package id.narahubung.notices;

import id.narahubung.access.Side;
import id.narahubung.ledger.NoticeKind;
import id.narahubung.mail.Letter;
import id.narahubung.mail.NewMail;
import id.narahubung.notices.LetterPage.Case;
import id.narahubung.notices.LetterPage.Line;
import id.narahubung.templates.Templates;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words mails: in the reader's language and zone, the same as HTML and as plain text. */
public final class Letters {

  /** So many requests in one mail; the others stand in the portal. */
  private static final int MOST_CASES = 30;

  private static final int LONGEST_SUBJECT = 120;

  private static final Pattern SCHEME = Pattern.compile("(?i)\\bhttp(s?)://");
  private static final Pattern POINT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L}{2})");

  private final Messages messages;
  private final Templates templates;
  private final URI publicUrl;

  public Letters(Messages messages, URI publicUrl) {
    this.messages = messages;
    this.templates = Templates.pages(messages);
    this.publicUrl = publicUrl;
  }

  Letter write(
      Recipient to,
      NewMail.Kind kind,
      List<Fact> facts,
      Optional<String> unsubscribe,
      Instant now) {
    Words words = new Words(messages, to.language(), to.zone());
    Map<Long, List<Fact>> byRequest = byRequest(facts);
    String title = title(words, kind, byRequest, now);
    LetterPage page =
        new LetterPage(
            to.language().code(),
            title,
            preview(words, to.to().side(), facts),
            words.say("mail.intro." + lower(kind)),
            byRequest.values().stream()
                .limit(MOST_CASES)
                .map(each -> told(words, to.to().side(), each))
                .toList(),
            byRequest.size() > MOST_CASES
                ? words.say("mail.more", byRequest.size() - MOST_CASES)
                : "",
            words.say("mail.why." + (unsubscribe.isPresent() ? "news" : "notices")),
            words.say("mail.settings"),
            href("/account/notices"),
            words.say("mail.unsubscribe"),
            unsubscribe.map(token -> href("/unsubscribe/" + token)).orElse(""));
    return new Letter(
        to.language(),
        title,
        templates.draw("mail/letter", to.language().locale(), Map.of("page", page)),
        plain(page));
  }

  /** The same of what was done to accounts. */
  Letter writeOfAccounts(Recipient to, List<AccountFact> facts) {
    Words words = new Words(messages, to.language(), to.zone());
    String title = words.say("mail.subject.accounts");
    Map<Long, List<AccountFact>> byAccount =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    AccountFact::account, LinkedHashMap::new, Collectors.toList()));
    LetterPage page =
        new LetterPage(
            to.language().code(),
            title,
            sentence(words, facts.getFirst()),
            words.say("mail.intro.accounts"),
            byAccount.values().stream()
                .limit(MOST_CASES)
                .map(each -> account(words, to, each))
                .toList(),
            byAccount.size() > MOST_CASES
                ? words.say("mail.more_accounts", byAccount.size() - MOST_CASES)
                : "",
            words.say("mail.why.notices"),
            words.say("mail.settings"),
            href("/account/notices"),
            words.say("mail.unsubscribe"),
            "");
    return new Letter(
        to.language(),
        title,
        templates.draw("mail/letter", to.language().locale(), Map.of("page", page)),
        plain(page));
  }

  private Case account(Words words, Recipient to, List<AccountFact> facts) {
    AccountFact first = facts.getFirst();
    boolean own = to.to().person() == first.account();
    return new Case(
        words.say(own ? "mail.account.own" : "mail.account", first.code()),
        false,
        "",
        first.organisation(),
        "",
        facts.stream()
            .map(
                fact ->
                    new Line(
                        sentence(words, fact),
                        words.say("mail.when_by", local(words, fact.at()), fact.by().told(words))))
            .toList(),
        words.say("mail.open_account"),
        own ? href("/account") : colleague(to, first));
  }

  /** The ministry's accounts are an administrator's to open: a supervisor gets no link. */
  private String colleague(Recipient to, AccountFact fact) {
    return to.to().side() == Side.COMPANY ? href("/company/colleagues/" + fact.account()) : "";
  }

  private static String sentence(Words words, AccountFact fact) {
    return words.say(
        "notice." + fact.kind().code(),
        0,
        fact.roleCodes().stream()
            .map(role -> words.say("role." + role))
            .collect(Collectors.joining(", ")));
  }

  /** The same of matters that are no requests. */
  Letter writeOfMatters(Recipient to, List<MatterFact> facts) {
    Words words = new Words(messages, to.language(), to.zone());
    Map<String, List<MatterFact>> byNumber =
        facts.stream()
            .collect(
                Collectors.groupingBy(MatterFact::path, LinkedHashMap::new, Collectors.toList()));
    MatterFact first = facts.getFirst();
    String title =
        byNumber.size() == 1
            ? words.say(
                "mail.subject.case",
                name(words, first),
                facts.stream()
                    .map(fact -> words.say("notice." + fact.kind().code() + ".subject"))
                    .distinct()
                    .collect(Collectors.joining(", ")))
            : words.say("mail.subject.matters", name(words, first), byNumber.size() - 1);
    LetterPage page =
        new LetterPage(
            to.language().code(),
            title,
            words.say("notice." + first.kind().code(), 0, ""),
            words.say("mail.intro.notices"),
            byNumber.values().stream().limit(MOST_CASES).map(each -> matter(words, each)).toList(),
            byNumber.size() > MOST_CASES
                ? words.say("mail.more_matters", byNumber.size() - MOST_CASES)
                : "",
            words.say("mail.why.notices"),
            words.say("mail.settings"),
            href("/account/notices"),
            words.say("mail.unsubscribe"),
            "");
    return new Letter(
        to.language(),
        title,
        templates.draw("mail/letter", to.language().locale(), Map.of("page", page)),
        plain(page));
  }

  /** What is not signed yet has no number but its own; a meeting has a day in its place. */
  private static String name(Words words, MatterFact fact) {
    if (isOfMeeting(fact)) {
      return fact.dueOn().map(day -> words.say("mail.minutes", words.date(day))).orElse("");
    }
    return fact.number().matches("\\d+")
        ? words.say("mail.unsigned", fact.number())
        : fact.number();
  }

  private Case matter(Words words, List<MatterFact> facts) {
    MatterFact last = facts.getLast();
    return new Case(
        name(words, last),
        false,
        "",
        defanged(last.platform()) + " · " + words.label(last.label()),
        last.dueOn()
            .filter(day -> !isOfMeeting(last))
            .map(day -> words.say("mail.due", words.date(day)))
            .orElse(""),
        facts.stream()
            .map(
                fact ->
                    new Line(
                        words.say("notice." + fact.kind().code(), 0, ""),
                        fact.by()
                            .map(
                                by ->
                                    words.say(
                                        "mail.when_by", local(words, fact.at()), by.told(words)))
                            .orElseGet(() -> local(words, fact.at()))))
            .distinct()
            .toList(),
        words.say("mail.open_matter"),
        href(last.path()));
  }

  private static boolean isOfMeeting(MatterFact fact) {
    return fact.kind() == NoticeKind.MINUTES_WANTED || fact.kind() == NoticeKind.MINUTES_SIGNED;
  }

  /** What falls due first stands first; what has no clock last. */
  private static Map<Long, List<Fact>> byRequest(List<Fact> facts) {
    Map<Long, List<Fact>> found =
        facts.stream()
            .collect(Collectors.groupingBy(Fact::request, LinkedHashMap::new, Collectors.toList()));
    Map<Long, List<Fact>> sorted = new LinkedHashMap<>();
    found.entrySet().stream()
        .sorted(Comparator.comparing(entry -> due(entry.getValue()).orElse(Instant.MAX)))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static Optional<Instant> due(List<Fact> facts) {
    return facts.stream().flatMap(fact -> fact.due().stream()).min(Instant::compareTo);
  }

  private static String title(
      Words words, NewMail.Kind kind, Map<Long, List<Fact>> byRequest, Instant now) {
    if (kind == NewMail.Kind.DAILY || kind == NewMail.Kind.WEEKLY) {
      return words.say(
          "mail.subject." + lower(kind),
          words.date(now.atZone(words.zone()).toLocalDate()),
          byRequest.values().stream().filter(each -> each.getFirst().isOfARequest()).count());
    }
    List<Fact> facts = byRequest.values().stream().flatMap(List::stream).toList();
    Optional<String> due = due(facts).map(instant -> words.at(instant, words.zone()));
    String what =
        byRequest.size() == 1
            ? words.say("mail.subject.case", name(words, facts.getFirst()), shorts(words, facts))
            : words.say("mail.subject.cases", name(words, facts.getFirst()), byRequest.size() - 1);
    String urgent = facts.stream().anyMatch(Fact::urgent) ? words.say("mail.subject.urgent") : "";
    String duty =
        facts.stream()
            .map(Fact::duty)
            .filter(place -> !place.isEmpty())
            .findFirst()
            .map(place -> words.say("mail.subject.duty." + place))
            .orElse("");
    return Stream.of(
            duty, urgent, what, due.map(at -> words.say("mail.subject.due", at)).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** 'PA-2026-000123', or what a draft has in the place of a number. */
  private static String name(Words words, Fact fact) {
    if (!fact.isOfARequest()) {
      return fact.kind() == NoticeKind.TEST_CALL
          ? words.say("mail.test_call")
          : words.say("rules.title");
    }
    return fact.number()
        .orElseGet(
            () ->
                fact.subject()
                    .map(subject -> words.say("mail.draft", cut(defanged(subject))))
                    .orElseGet(() -> words.say("mail.draft_restricted", fact.request())));
  }

  private static String shorts(Words words, List<Fact> facts) {
    List<String> all =
        facts.stream()
            .map(
                fact ->
                    Stream.concat(
                            Stream.of(words.say("notice." + fact.kind().code() + ".subject")),
                            fact.letter().stream().map(Fact.OfLetter::number))
                        .collect(Collectors.joining(" ")))
            .distinct()
            .toList();
    return all.size() > 2
        ? words.say("mail.subject.several", all.getFirst(), all.size() - 1)
        : String.join(", ", all);
  }

  private static String preview(Words words, Side reader, List<Fact> facts) {
    return facts.stream()
        .limit(3)
        .map(fact -> sentence(words, reader, List.of(fact)))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private Case told(Words words, Side reader, List<Fact> facts) {
    Fact first = facts.getFirst();
    Optional<Instant> due = due(facts);
    if (!first.isOfARequest()) {
      boolean call = first.kind() == NoticeKind.TEST_CALL;
      return new Case(
          name(words, first),
          first.urgent(),
          words.say("mail.urgent"),
          "",
          "",
          lines(words, reader, facts),
          words.say(call ? "mail.open_roster" : "mail.open_rules"),
          href(call ? "/roster" : "/rules"));
    }
    boolean letter = facts.stream().allMatch(fact -> fact.letter().equals(first.letter()));
    Optional<String> open =
        first.letter().filter(each -> letter).map(each -> "/letters/" + each.number());
    String path =
        open.or(() -> first.number().map(number -> "/requests/" + number))
            .orElse("/drafts/" + first.request());
    return new Case(
        name(words, first),
        first.urgent(),
        words.say("mail.urgent"),
        about(words, first),
        due.map(at -> words.say("mail.due", local(words, at))).orElse(""),
        lines(words, reader, facts),
        words.say(
            open.isPresent()
                ? "mail.open_letter"
                : first.number().isPresent() ? "mail.open" : "mail.open_draft"),
        href(path));
  }

  /** Platform, category and subject, as far as they may be told. */
  private static String about(Words words, Fact fact) {
    return Stream.of(
            fact.platform().stream(),
            fact.category().map(words::label).stream(),
            fact.number().isPresent() ? fact.subject().stream() : Stream.<String>empty())
        .flatMap(each -> each)
        .map(Letters::defanged)
        .collect(Collectors.joining(" · "));
  }

  /** One line a kind and outcome: thirty answers in a day are one line. */
  private static List<Line> lines(Words words, Side reader, List<Fact> facts) {
    Map<String, List<Fact>> alike =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    fact ->
                        fact.kind()
                            + " "
                            + fact.outcome().orElse("")
                            + fact.standsInFor()
                            + fact.letter(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    for (List<Fact> same : alike.values()) {
      Fact last = same.getLast();
      String at = local(words, last.at());
      lines.add(
          new Line(
              sentence(words, reader, same) + named(words, last) + standingIn(words, last),
              last.by().map(by -> words.say("mail.when_by", at, by.told(words))).orElse(at)));
    }
    return lines;
  }

  /** ' Letter ST-2026-000003, second letter of warning, fine Rp5.000.000.' */
  private static String named(Words words, Fact fact) {
    return fact.letter()
        .map(
            letter ->
                Stream.of(
                        Stream.of(words.say("mail.letter", letter.number())),
                        letter.stage().map(words::label).stream(),
                        letter.fine().map(fine -> words.say("mail.letter.fine", fine)).stream())
                    .flatMap(each -> each)
                    .collect(Collectors.joining(", ", " ", ".")))
        .orElse("");
  }

  /** ' You stand in for supervisor 02, who is on duty.' */
  private static String standingIn(Words words, Fact fact) {
    return fact.standsInFor()
        .map(
            lender ->
                " "
                    + words.say(
                        "mail.stands_in",
                        words.say(
                            "by.code",
                            words.say("by." + lender.role()),
                            String.format(Locale.ROOT, "%02d", lender.code()))))
        .orElse("");
  }

  private static String sentence(Words words, Side reader, List<Fact> alike) {
    Fact one = alike.getFirst();
    if (one.items().isEmpty()) {
      // Of a restricted category no more than what it is about.
      return words.say("mail.restricted", words.say("notice." + one.kind().code() + ".subject"));
    }
    // Its own people are not told what 'the company' left undone.
    boolean own = one.kind() == NoticeKind.ORDER_UNSEEN && reader == Side.COMPANY;
    return words.say(
        "notice." + one.kind().code() + (own ? ".own" : ""),
        alike.stream().mapToInt(fact -> fact.items().orElse(0)).sum(),
        outcome(words, one),
        one.kind() == NoticeKind.RULES_RELEASED ? one.subject().orElse("") : "");
  }

  private static String outcome(Words words, Fact fact) {
    String outcome = fact.outcome().orElse("");
    if (outcome.isEmpty()) {
      return "";
    }
    return switch (fact.kind()) {
      case REFUSAL_DECIDED -> words.say("ruling." + outcome);
      case LETTER_DECIDED -> words.say("letter.outcome." + outcome);
      case LETTER_ANSWERED -> words.say("notice.letter_answered." + outcome);
      case OBJECTION_DECIDED -> words.say("objection." + outcome);
      case CHECK_FAILED -> words.say("verdict." + outcome);
      case REAPPEARED -> words.say("verdict.again." + outcome);
      case RULES_RELEASED -> words.instant(Instant.parse(outcome));
      default -> "";
    };
  }

  /** In the reader's zone, and in the ministry's where that differs. */
  private static String local(Words words, Instant instant) {
    return words.instantHere(instant).isEmpty()
        ? words.instant(instant)
        : words.say("mail.two_times", words.at(instant, words.zone()), words.instant(instant));
  }

  /** A mail program makes links of what looks like an address; these are none to follow. */
  static String defanged(String text) {
    return POINT.matcher(SCHEME.matcher(text).replaceAll("hxxp$1://")).replaceAll("[.]");
  }

  private static String cut(String text) {
    return text.length() > LONGEST_SUBJECT ? text.substring(0, LONGEST_SUBJECT - 1) + "…" : text;
  }

  private String href(String path) {
    return publicUrl.resolve(path).toString();
  }

  private static String plain(LetterPage page) {
    List<String> lines = new ArrayList<>(List.of(page.title(), "", page.intro()));
    for (Case each : page.cases()) {
      lines.add("");
      lines.add(each.heading() + (each.urgent() ? " [" + each.urgentLabel() + "]" : ""));
      if (!each.about().isEmpty()) {
        lines.add(each.about());
      }
      if (!each.due().isEmpty()) {
        lines.add(each.due());
      }
      for (Line line : each.lines()) {
        lines.add("- " + line.text());
        lines.add("  " + line.when());
      }
      if (!each.href().isEmpty()) {
        lines.add(each.openLabel() + ": " + each.href());
      }
    }
    if (!page.more().isEmpty()) {
      lines.addAll(List.of("", page.more()));
    }
    lines.addAll(List.of("", "-- ", page.why()));
    lines.add(page.settingsLabel() + ": " + page.settingsHref());
    if (!page.unsubscribeHref().isEmpty()) {
      lines.add(page.unsubscribeLabel() + ": " + page.unsubscribeHref());
    }
    return String.join("\n", lines) + "\n";
  }

  private static String lower(NewMail.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
