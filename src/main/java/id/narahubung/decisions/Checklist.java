package id.narahubung.decisions;

import id.narahubung.decisions.DecisionContent.Opinion;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.ledger.By;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.rules.ChecklistEntry.Evidence;
import id.narahubung.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the portal can show for the entries of a checklist, and what a person has to say. The portal
 * is believed before anybody: where it shows that something is so, or is not, no answer counts.
 */
public final class Checklist {

  /** A test call older than this shows nothing any more. */
  static final Duration CALL_HOLDS = Duration.ofDays(30);

  /** After about 30 and 90 days. */
  private static final int LEAST_LOOKS = 2;

  private static final String CONDITIONS = "conditions";
  private static final String CALLED = "called";
  private static final String UNCALLED = "uncalled";

  private final DecisionContent content;
  private final AccessFacts facts;
  private final boolean despiteBlocks;
  private final int maxBlocks;
  private final Instant now;

  Checklist(
      DecisionContent content,
      AccessFacts facts,
      boolean despiteBlocks,
      int maxBlocks,
      Instant now) {
    this.content = content;
    this.facts = facts;
    this.despiteBlocks = despiteBlocks;
    this.maxBlocks = maxBlocks;
    this.now = now;
  }

  /**
   * What the portal shows.
   *
   * @param yes empty where it cannot say by itself
   * @param key the sentence's; empty where there is nothing to show
   * @param count what the sentence tells
   * @param of another number it may tell
   */
  public record Shown(Optional<Boolean> yes, String key, long count, long of) {

    static final Shown NOTHING = new Shown(Optional.empty(), "", 0, 0);

    /**
     * As it was seen; that a call is a day older is no change, and says so itself once it counts.
     */
    String told() {
      boolean ages = key.equals(CALLED) || key.equals(UNCALLED);
      return key + " " + yes.map(String::valueOf).orElse("") + (ages ? "" : " " + count + " " + of);
    }

    /** Whether the portal answers, by itself or from the conditions; else a person does. */
    boolean isPortals() {
      return yes.isPresent() || key.equals(CONDITIONS) || key.equals("items");
    }
  }

  /**
   * Whether nobody's word stands for what the portal does not show: what was to be looked at and
   * was not is missing, and only a waiver lets it be.
   */
  static boolean isShownOnly(Evidence evidence) {
    return switch (evidence) {
      case MILDER_STEP, BODIES_CONSULTED, HOURS_MINDED -> false;
      case ORDER_RECEIVED,
          DEADLINE_PASSED,
          LETTERS_SERVED,
          FINE_STATE,
          REASONS_CONSIDERED,
          REQUEST_COMPLETE,
          CONDITIONS_VERIFIED,
          ITEMS_CHECKED,
          SAMPLE_PASSED,
          CONTACT_TESTED,
          FINES_SETTLED,
          BLOCKS_COUNTED,
          WATCH_PLAN,
          MINUTES_SIGNED ->
          true;
    };
  }

  /** The entry as a truth table takes it. */
  TruthTable.Check check(ChecklistEntry entry) {
    boolean ofConditions =
        entry.evidence().filter(Evidence.CONDITIONS_VERIFIED::equals).isPresent();
    Optional<Boolean> yes =
        shown(entry)
            .yes()
            .or(
                () ->
                    entry.evidence().filter(Checklist::isShownOnly).isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(content.checks().get(entry.code()))
                            .flatMap(Said::yes));
    return new TruthTable.Check(entry.code(), ofConditions, yes);
  }

  /** Who looked, and when, where what the portal shows is what somebody found. */
  Optional<Cell.Verified> verified(ChecklistEntry entry) {
    return entry.evidence().flatMap(this::verified);
  }

  private Optional<Cell.Verified> verified(Evidence evidence) {
    return switch (evidence) {
      case SAMPLE_PASSED ->
          facts
              .sample()
              .map(
                  each ->
                      verified(
                          each.result().equals("expired") ? "pass" : each.result(),
                          each.on(),
                          each.by(),
                          Optional.of(each.step()),
                          each.validUntil()));
      case CONTACT_TESTED ->
          facts
              .called()
              .filter(this::holds)
              .map(
                  call ->
                      verified(
                          call.confirmed() ? "pass" : "fail",
                          LocalDate.ofInstant(call.rungAt(), Words.WIB),
                          call.by(),
                          Optional.empty(),
                          Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static Cell.Verified verified(
      String result, LocalDate on, By by, Optional<String> step, Optional<LocalDate> until) {
    return new Cell.Verified(
        result,
        Optional.empty(),
        Optional.of(on),
        Optional.of(by),
        step,
        Optional.empty(),
        until,
        Optional.empty());
  }

  /** The milder steps that were tried before; then what a person said. */
  String text(ChecklistEntry entry) {
    String said =
        Optional.ofNullable(content.checks().get(entry.code())).map(Said::note).orElse("");
    List<String> shown =
        entry.evidence().filter(Evidence.MILDER_STEP::equals).isPresent()
            ? facts.milder()
            : List.of();
    return Stream.of(String.join(", ", shown), said)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("; "));
  }

  Shown shown(ChecklistEntry entry) {
    return entry.evidence().map(each -> shown(entry, each)).orElse(Shown.NOTHING);
  }

  private Shown shown(ChecklistEntry entry, Evidence evidence) {
    return switch (evidence) {
      case ORDER_RECEIVED ->
          said(facts.orders() > 0, "orders", facts.orders(), facts.acknowledged());
      case DEADLINE_PASSED -> said(facts.overdue() > 0, "overdue", facts.overdue(), facts.items());
      case LETTERS_SERVED -> said(facts.letters() > 0, "letters", facts.letters(), facts.fined());
      case FINE_STATE -> said(facts.contested() == 0, "fines", facts.owed(), facts.contested());
      case REASONS_CONSIDERED ->
          said(!content.reasons().isEmpty(), "reasons", content.reasons().length(), 0);
      case MILDER_STEP ->
          facts.milder().isEmpty()
              ? open("milder", 0, 0)
              : said(true, "milder", facts.milder().size(), 0);
      case BODIES_CONSULTED -> bodies(entry.list().equals(ChecklistEntry.BEFORE_RESTORE));
      case REQUEST_COMPLETE -> said(facts.paperAt().isPresent(), "papers", facts.paperMissing(), 0);
      case CONDITIONS_VERIFIED -> open(CONDITIONS, 0, 0);
      case ITEMS_CHECKED ->
          facts.items() > 0
              ? facts.unsettled() == 0 && facts.sampled() > 0
                  ? said(true, "items_sampled", facts.sampled(), facts.items())
                  : said(
                      facts.unsettled() == 0,
                      "items",
                      (long) facts.items() - facts.unsettled(),
                      facts.items())
              : open("items", 0, 0);
      case SAMPLE_PASSED ->
          facts
              .sample()
              .map(
                  sample ->
                      switch (sample.result()) {
                        case "pass" -> said(true, "sample", 1, 0);
                        case "expired" -> said(false, "sample", 2, 0);
                        default -> said(false, "sample", 0, 0);
                      })
              .orElse(Shown.NOTHING);
      case CONTACT_TESTED -> facts.called().map(this::called).orElse(Shown.NOTHING);
      case FINES_SETTLED ->
          said(facts.unpromised() == 0, "settled", facts.owed(), facts.unpromised());
      case HOURS_MINDED ->
          facts
              .inTime()
              .map(inTime -> said(inTime, "hours", inTime ? 1 : 0, 0))
              .orElse(Shown.NOTHING);
      case BLOCKS_COUNTED ->
          said(facts.blocks() <= maxBlocks || despiteBlocks, "blocks", facts.blocks(), maxBlocks);
      case WATCH_PLAN -> {
        long ahead = DecisionRule.ahead(content, now);
        yield said(ahead >= LEAST_LOOKS, "watch", ahead, 0);
      }
      // Of a visit, never of a decision: the form of the rules takes no such row.
      case MINUTES_SIGNED -> Shown.NOTHING;
    };
  }

  /** The last call counts, answered or not, for as long as it shows anything. */
  private Shown called(AccessFacts.Call call) {
    return holds(call)
        ? said(
            call.confirmed(),
            call.confirmed() ? CALLED : UNCALLED,
            Duration.between(call.rungAt(), now).toDays(),
            0)
        : Shown.NOTHING;
  }

  private boolean holds(AccessFacts.Call call) {
    return Duration.between(call.rungAt(), now).compareTo(CALL_HOLDS) <= 0;
  }

  /**
   * Those that were asked.
   *
   * @param agreed whether all of them must have agreed; else asking is enough. Nobody asked is for
   *     a person to explain.
   */
  private Shown bodies(boolean agreed) {
    List<Opinion> said = content.bodies().stream().map(DecisionContent.Body::opinion).toList();
    long agree = said.stream().filter(Opinion.AGREES::equals).count();
    return said.isEmpty()
        ? open("bodies", 0, 0)
        : said(!agreed || agree == said.size(), "bodies", agree, said.size());
  }

  private static Shown said(boolean yes, String key, long count, long of) {
    return new Shown(Optional.of(yes), key, count, of);
  }

  private static Shown open(String key, long count, long of) {
    return new Shown(Optional.empty(), key, count, of);
  }
}
