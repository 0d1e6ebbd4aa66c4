package id.narahubung.requests;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import id.narahubung.addresses.ContentAddress;
import id.narahubung.requests.DraftPage.Good;
import id.narahubung.requests.DraftPage.Link;
import id.narahubung.requests.DraftPage.Offer;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A preview in words: what needs a look, each row with its warnings, and where rows could go. */
final class PreviewWording {

  /** A page names no more; the list itself holds all. */
  private static final int MOST_DOMAINS = 200;

  private final Words words;
  private final Wording wording;

  PreviewWording(Words words, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
  }

  /** What needs a second look, each in a line. */
  List<String> looks(Preview preview) {
    List<String> lines = new ArrayList<>();
    if (preview.warned() > 0) {
      lines.add(words.say("draft.look.warned", preview.warned()));
    }
    if (preview.filedBefore() > 0) {
      lines.add(words.say("draft.look.filed", preview.filedBefore()));
    }
    return lines;
  }

  Good good(RuleSet rules, Preview.Row row, ItemAbout about, boolean picked) {
    List<String> warnings = new ArrayList<>();
    row.elsewhere()
        .ifPresent(platform -> warnings.add(words.say("draft.warning.elsewhere", platform.name())));
    if (row.unknown()) {
      warnings.add(words.say("draft.warning.unknown"));
    }
    row.warnings()
        .forEach(warning -> warnings.add(words.say("draft.warning." + Wording.lower(warning))));
    return new Good(
        row.item().ordinal(),
        wording.address(row.item()),
        row.item().schemeAdded(),
        wording.about(about).stream()
            .filter(fact -> !wording.address(row.item()).contains(fact.value()))
            .map(fact -> words.say("item.about", fact.label(), fact.value()))
            .collect(joining(" · ")),
        warnings,
        row.earlier().map(earlier -> earlier(rules, earlier)),
        picked);
  }

  /** Where the same address was asked before, and how it stands there. */
  private Link earlier(RuleSet rules, Earlier earlier) {
    String number = earlier.number() + "/" + String.format(Locale.ROOT, "%04d", earlier.ordinal());
    String standing = words.say("standing." + Wording.lower(earlier.standing()));
    String more =
        earlier.standing() == Standing.WITHDRAWN && earlier.ourError()
            ? words.say("draft.earlier.our_error")
            : earlier
                .ground()
                .flatMap(rules::findGround)
                .map(ground -> words.label(ground.label()))
                .orElse("");
    return new Link(
        words.say("draft.earlier", number, standing) + (more.isEmpty() ? "" : ": " + more),
        "/requests/" + earlier.number() + "/items/" + earlier.ordinal());
  }

  List<Offer> offers(TakedownRequest draft, Preview preview) {
    List<Offer> offers = new ArrayList<>();
    String href = "/drafts/" + draft.id();
    preview
        .elsewhere()
        .forEach(
            (platform, rows) ->
                offers.add(
                    new Offer(
                        words.say("draft.offer.platform", rows.size(), platform.name()),
                        href + "/transfers",
                        Long.toString(platform.id()),
                        words.say("draft.offer.platform.do", platform.name()),
                        "",
                        List.of())));
    List<Preview.Row> unknown = preview.forBlockList();
    if (!unknown.isEmpty()) {
      List<String> domains = Preview.domains(unknown);
      offers.add(
          new Offer(
              words.say("draft.offer.unknown", unknown.size()),
              href + "/block-lists",
              "",
              words.say("draft.offer.unknown.do"),
              words.say(
                  draft.restriction().restricted()
                      ? "draft.offer.unknown.out"
                      : "draft.offer.unknown.look",
                  domains.size()),
              // Those of a restricted draft are handed out with an event, and shown nowhere else.
              draft.restriction().restricted() ? List.of() : shown(domains)));
    }
    return offers;
  }

  private List<String> shown(List<String> domains) {
    List<String> shown =
        domains.stream().limit(MOST_DOMAINS).map(ContentAddress::defanged).collect(toList());
    if (domains.size() > MOST_DOMAINS) {
      shown.add(words.say("draft.offer.unknown.more", domains.size() - MOST_DOMAINS));
    }
    return shown;
  }
}
