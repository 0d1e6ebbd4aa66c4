package id.narahubung.requests;

import static id.narahubung.requests.Completeness.State.OVERRIDDEN;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.ItemKind;
import id.narahubung.ledger.Event;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.DraftPage.Digest;
import id.narahubung.requests.DraftPage.Good;
import id.narahubung.requests.DraftPageMaker.Read;
import id.narahubung.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A draft at a glance, for whoever approves it: what it holds, what was let pass, what changed. */
final class DigestMaker {

  private static final int SAMPLE = 20;

  private static final int HOSTS = 10;

  private final Words words;
  private final Wording wording;
  private final PreviewWording preview;
  private final Instant now;

  DigestMaker(Words words, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
    this.preview = new PreviewWording(words, now);
    this.now = now;
  }

  Digest make(Read read, Picked picked) {
    List<String> lines = new ArrayList<>();
    submission(read).map(event -> own(read, event.at())).ifPresent(lines::add);
    kinds(read.preview(), lines);
    hosts(read, lines);
    warnings(read, lines);
    overrides(read, lines);
    int repeated = AddressFinder.in(read.pasted()).repeated().size();
    if (repeated > 0) {
      lines.add(words.say("draft.repeated", repeated));
    }
    return new Digest(
        lines, read.returned().map(was -> changed(read, was)).orElse(""), sample(read, picked));
  }

  /** Until when the ministry means to have decided, or that it is late. */
  private String own(Read read, Instant since) {
    Instant by =
        since.plus(read.rules().urgency(read.draft().content().urgencyCode()).approveWithin());
    return words.say(by.isBefore(now) ? "digest.own.late" : "digest.own.by", words.instant(by));
  }

  /** How many of each kind. */
  private void kinds(Preview rows, List<String> lines) {
    Map<ItemKind, Long> counts =
        rows.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.item().kind(), TreeMap::new, Collectors.counting()));
    counts.forEach(
        (kind, count) ->
            lines.add(words.say("digest.kind", count, words.say("kind." + kind.code()))));
  }

  /** The hosts with most rows, and how many more there are. */
  private void hosts(Read read, List<String> lines) {
    Map<String, Long> counts =
        read.preview().rows().stream()
            .filter(row -> !row.host().isEmpty() && !read.draft().restriction().restricted())
            .collect(Collectors.groupingBy(Preview.Row::host, Collectors.counting()));
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(HOSTS)
        .forEach(host -> lines.add(words.say("digest.host", host.getValue(), host.getKey())));
    if (counts.size() > HOSTS) {
      lines.add(words.say("digest.hosts.more", counts.size() - HOSTS));
    }
  }

  /** What needed a second look, and who let it pass. */
  private void warnings(Read read, List<String> lines) {
    List<String> looks = preview.looks(read.preview());
    lines.addAll(looks);
    if (!looks.isEmpty()) {
      submission(read)
          .ifPresent(
              event ->
                  lines.add(
                      words.say(
                          "digest.let_pass", wording.by(event.by()), words.instant(event.at()))));
    }
  }

  /** What the order would go out without, why, and who left it out. */
  private void overrides(Read read, List<String> lines) {
    for (Completeness.Line line : Completeness.of(read.draft(), read.rules()).in(OVERRIDDEN)) {
      String need = line.requirement().need();
      String without = words.say("order.without", words.say("need." + need));
      lines.add(
          leftOut(read, need)
              .map(
                  event ->
                      words.say(
                          "digest.without",
                          without,
                          wording.by(event.by()),
                          words.instant(event.at()),
                          line.reason()))
              .orElseGet(() -> without + ": " + line.reason()));
    }
  }

  /** Where rows were split off, that was done on another draft. */
  private static Optional<Event> leftOut(Read read, String need) {
    return read.events().reversed().stream()
        .filter(event -> event.kind().equals(EventKind.OVERRIDDEN.code()))
        .filter(event -> event.text("need").equals(need))
        .findFirst();
  }

  private static Optional<Event> submission(Read read) {
    return read.events().reversed().stream()
        .filter(event -> event.kind().equals(EventKind.SUBMITTED.code()))
        .findFirst();
  }

  private String changed(Read read, Map<String, String> was) {
    DraftText.Change change = DraftText.between(was, DraftText.of(read.draft(), read.pasted()));
    return change.isNone()
        ? words.say("digest.unchanged")
        : words.say(
            "digest.changed",
            change.fields().isEmpty()
                ? words.say("digest.changed.nothing")
                : String.join(
                    ", ",
                    change.fields().stream().map(name -> words.say("draft." + name)).toList()),
            change.added(),
            change.removed());
  }

  /**
   * Some rows by lot. The lot falls with the submission, so that it is the same each time one
   * looks, and nobody who wrote the draft could know it. Of no more than that many, none: the list
   * below shows them all.
   */
  private List<Good> sample(Read read, Picked picked) {
    if (read.preview().rows().size() <= SAMPLE) {
      return List.of();
    }
    List<Preview.Row> rows = new ArrayList<>(read.preview().rows());
    Collections.shuffle(rows, new Random(submission(read).map(Event::id).orElse(0L)));
    return rows.stream()
        .limit(SAMPLE)
        .sorted(Comparator.comparingInt(row -> row.item().ordinal()))
        .map(
            row ->
                preview.good(read.rules(), row, read.about(row), picked.has(row.item().ordinal())))
        .toList();
  }
}
