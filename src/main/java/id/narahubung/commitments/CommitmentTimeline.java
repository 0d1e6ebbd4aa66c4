package id.narahubung.commitments;

import id.narahubung.access.Side;
import id.narahubung.ledger.By;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What happened to a commitment, the newest first; of its reports those on the page. */
final class CommitmentTimeline {

  private final Words words;
  private final CommitmentWording wording;
  private final CommitmentRead read;

  CommitmentTimeline(Words words, CommitmentRead read) {
    this.words = words;
    this.wording = new CommitmentWording(words);
    this.read = read;
  }

  /** A line and when it was, to be sorted. */
  private record Told(Instant at, CommitmentPage.Entry entry) {}

  List<CommitmentPage.Entry> entries() {
    List<Told> told = new ArrayList<>();
    for (Commitment.Version each : read.history().versions()) {
      String key = each.number() == 1 ? "proposed" : "revised";
      told.add(told(each.ofSide(), each.by(), each.at(), key, each.number()));
      each.signatures()
          .forEach(s -> told.add(told(s.ofSide(), s.by(), s.at(), "signed", each.number())));
      each.refusal()
          .ifPresent(
              r ->
                  told.add(told(r.ofSide(), r.by(), r.at(), "refused", each.number(), r.reason())));
    }
    read.history()
        .cancels()
        .forEach(c -> told.add(told(c.ofSide(), c.by(), c.at(), "cancelled", 0, c.reason())));
    read.history()
        .takenBack()
        .forEach(b -> told.add(told(b.ofSide(), b.by(), b.at(), "cancel_taken_back", 0)));
    read.history()
        .owners()
        .forEach(
            o ->
                told.add(
                    o.named()
                        ? told(o.ofSide(), o.by(), o.at(), "named", 0, o.who().told(words))
                        : told(o.ofSide(), o.by(), o.at(), "taken_on", 0)));
    for (Commitment.Report each : read.reports().reversed()) {
      told.add(
          told(
              Side.COMPANY,
              each.by(),
              each.at(),
              each.claimsMet() ? "claimed" : "reported",
              0,
              wording.value(each.value(), read.of().kind().unit())));
    }
    for (Commitment.Found each : read.findings()) {
      told.add(
          told(
              Side.MINISTRY,
              each.by(),
              each.at(),
              "found",
              0,
              words.say("commitment.result." + each.result().code())));
    }
    // Of acts at one instant the later one stands above, too.
    return told.reversed().stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(Told::entry)
        .toList();
  }

  private Told told(Side side, By by, Instant at, String key, int version) {
    return told(side, by, at, key, version, "");
  }

  private Told told(Side side, By by, Instant at, String key, int version, String more) {
    return new Told(
        at,
        new CommitmentPage.Entry(
            side.name().toLowerCase(Locale.ROOT),
            false,
            words.say("commitment.timeline." + key, version, more),
            wording.told(side, by, at),
            ""));
  }
}
