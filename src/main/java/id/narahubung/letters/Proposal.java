package id.narahubung.letters;

import id.narahubung.letters.LetterRule.Missed;
import id.narahubung.rules.LetterStage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A letter that the clock proposes: of one request and stage, for all items at once. */
public record Proposal(LetterStage stage, List<Missed> items) {

  public Proposal {
    items = List.copyOf(items);
  }

  /** Grouped by stage, the first stage first. */
  static List<Proposal> group(List<Missed> items) {
    Map<Integer, List<Missed>> stages =
        items.stream().collect(Collectors.groupingBy(each -> each.stage().ordinal()));
    return stages.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Proposal(each.getValue().getFirst().stage(), each.getValue()))
        .toList();
  }

  /** When the first of the times was missed. */
  public Instant missedAt() {
    return items.stream().map(Missed::at).min(Instant::compareTo).orElseThrow();
  }
}
