package id.narahubung.verification;

import id.narahubung.commitments.Quantity;
import id.narahubung.rules.CheckMethod.Form;
import id.narahubung.rules.ChecklistEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found on the way, as it is told in the form of the method.
 *
 * @param fields by their codes; what is empty is left out
 * @param checks the entries of the checklist that were gone through
 */
public record Recorded(
    LocalDate carriedOutOn,
    String place,
    String network,
    String notes,
    Map<String, String> fields,
    List<Line> lines,
    List<Checked> checks) {

  static final String LOADED = "loaded_hours";

  public Recorded {
    fields = Map.copyOf(fields);
    lines = List.copyOf(lines);
    checks = List.copyOf(checks);
  }

  /** How an entry of the checklist was found. */
  public enum Answer {
    GOOD,
    BAD,
    NOT_APPLICABLE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An entry that was gone through. */
  public record Checked(String entry, Answer answer, String note) {}

  /** What a form asks for besides day, place, network and notes, in its order. */
  static List<String> fields(Form form) {
    return switch (form) {
      case DOCUMENT -> List.of("document", "document_from", "document_says");
      case DEVICE -> List.of("account_age", "account_made", "devices");
      case LINK -> List.of("network_abroad", "signed_in_seen", "signed_out_seen");
      case VISIT, SAMPLE -> List.of();
      case BLIND -> List.of("uploaded", "caught", "caught_after", LOADED, "accounts");
      case CALL -> List.of("called");
      case THIRD_PARTY -> List.of("source", "said");
      // What is repeated may be a blind test, whose value is what is counted anew.
      case RECHECK -> List.of("before", "seen_now", "uploaded", "caught", LOADED);
    };
  }

  /** Those of them that are whole numbers. */
  static boolean isNumber(String field) {
    return field.equals("uploaded") || field.equals("caught");
  }

  /** The lines a form asks for; a re-check asks for those of what it repeats. */
  static List<Line.Kind> lines(Form form) {
    return switch (form) {
      case VISIT -> List.of(Line.Kind.MET, Line.Kind.HEADCOUNT);
      case DEVICE, LINK -> List.of(Line.Kind.STEP);
      case CALL -> List.of(Line.Kind.CALL);
      case DOCUMENT, SAMPLE, BLIND, THIRD_PARTY, RECHECK -> List.of();
    };
  }

  /** Without what the method does not ask for, nor what it looks at anew. */
  Recorded of(Form form, Form looksAs) {
    List<String> asked = fields(form);
    return new Recorded(
        carriedOutOn,
        place,
        network,
        notes,
        Map.copyOf(
            fields.entrySet().stream()
                .filter(each -> asked.contains(each.getKey()) && !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
        lines.stream().filter(line -> lines(looksAs).contains(line.kind())).toList(),
        checks);
  }

  /** The entries of a checklist that somebody has to go through, and nobody did. */
  static List<ChecklistEntry> unanswered(
      List<ChecklistEntry> checklist, Optional<Recorded> recorded) {
    Set<String> answered =
        recorded.stream()
            .flatMap(each -> each.checks().stream())
            .map(Checked::entry)
            .collect(Collectors.toSet());
    return checklist.stream()
        .filter(each -> !each.isOfMinutes() && !answered.contains(each.code()))
        .toList();
  }

  /**
   * The refusal of a pass that nothing in the form bears out: of a visit that met nobody and
   * counted nobody, a call that nobody made, a device on which nobody did a step, a document nobody
   * names, a blind test nobody counted, and of others that are empty; and of a re-check of a visit,
   * a call or a device what bears out none of these. What was drawn is told elsewhere.
   */
  static Optional<String> lacks(Form form, Form looksAs, Optional<Recorded> recorded) {
    return lacks(form, recorded)
        .or(() -> lines(looksAs).isEmpty() ? Optional.empty() : lacks(looksAs, recorded));
  }

  private static Optional<String> lacks(Form form, Optional<Recorded> recorded) {
    return recorded.filter(each -> each.bearsOut(form)).isPresent()
        ? Optional.empty()
        : switch (form) {
          case SAMPLE -> Optional.empty();
          case VISIT -> Optional.of("verification.refused.nobody");
          case CALL -> Optional.of("verification.refused.no_call");
          case DOCUMENT -> Optional.of("verification.refused.no_document");
          case DEVICE -> Optional.of("verification.refused.no_device");
          case LINK -> Optional.of("verification.refused.no_link");
          case BLIND -> Optional.of(CountedShare.UNCOUNTED);
          case THIRD_PARTY -> Optional.of("verification.refused.no_source");
          case RECHECK -> Optional.of("verification.refused.no_recheck");
        };
  }

  private boolean bearsOut(Form form) {
    return switch (form) {
      case SAMPLE -> true;
      case VISIT, CALL, DEVICE -> !lines.isEmpty();
      case DOCUMENT -> fields.containsKey("document");
      case BLIND -> uploads().isPresent();
      case LINK, THIRD_PARTY, RECHECK -> !fields.isEmpty() || !lines.isEmpty();
    };
  }

  /** Whether no more was caught than was uploaded. */
  boolean isPossible() {
    return count("caught").orElse(0) <= count("uploaded").orElse(Integer.MAX_VALUE);
  }

  /** What was uploaded and what of it was caught. */
  public record Uploads(int uploaded, int caught) implements Counted {}

  /** Of a blind test, or of one that is repeated; none before both were counted. */
  Optional<Uploads> uploads() {
    return count("uploaded")
        .filter(uploaded -> uploaded > 0)
        .flatMap(uploaded -> count("caught").map(caught -> new Uploads(uploaded, caught)));
  }

  /** After how many hours a list of hashes was loaded. */
  Optional<BigDecimal> loadedHours() {
    return Optional.ofNullable(fields.get(LOADED)).flatMap(Quantity::read);
  }

  private Optional<Integer> count(String field) {
    return Optional.ofNullable(fields.get(field))
        .filter(each -> each.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }

  /** All heads together; none where nobody was counted. */
  Optional<BigDecimal> heads() {
    return lines.stream()
        .flatMap(line -> line.amount().stream())
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal::add);
  }

  /** What counts as its value: the heads counted, or the share that was caught. */
  Optional<BigDecimal> value() {
    return heads().or(this::caughtShare);
  }

  private Optional<BigDecimal> caughtShare() {
    int uploaded = count("uploaded").orElse(0);
    return count("caught")
        .filter(caught -> uploaded > 0)
        .map(
            caught ->
                BigDecimal.valueOf(caught * 100L)
                    .divide(BigDecimal.valueOf(uploaded), 1, RoundingMode.HALF_UP));
  }
}
