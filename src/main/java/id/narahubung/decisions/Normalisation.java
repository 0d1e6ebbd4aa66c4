package id.narahubung.decisions;

import id.narahubung.access.RuleBroken;
import id.narahubung.ledger.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A company's request to open again.
 *
 * @param statement what was done since, in its own words
 * @param within how long the ministry has for it by its rules, once it is complete
 * @param overran whether its clock rests although the time for deciding had passed before
 * @param closedBy the number of the decision that answered it; empty while it waits
 */
public record Normalisation(
    long id,
    long companyId,
    long platformId,
    String platform,
    long ruleSetId,
    String number,
    String statement,
    Instant filedAt,
    By by,
    Optional<Instant> completeAt,
    Optional<Instant> dueAt,
    Duration within,
    boolean overran,
    List<Paper> papers,
    List<Lack> lacks,
    Completeness completeness,
    Optional<String> closedBy,
    Optional<Withdrawal> withdrawal) {

  public Normalisation {
    papers = List.copyOf(papers);
    lacks = List.copyOf(lacks);
  }

  /** A paper that was handed in, with its file where it has one. */
  public record Paper(
      long id, long event, String entryCode, String text, Optional<File> file, Instant at, By by) {}

  /** That what was handed in until then for an entry of the list says too little, and why. */
  public record Lack(long event, String entryCode, String reason, Instant at, By by) {}

  /** That the company took it back, and why. */
  public record Withdrawal(String reason, Instant at, By by) {}

  /** A file of a paper. */
  public record File(long id, String name) {}

  /** Whether it is still to be decided. */
  boolean waits() {
    return closedBy.isEmpty() && withdrawal.isEmpty();
  }

  void requireWaiting() {
    if (closedBy.isPresent()) {
      throw new RuleBroken("normalisation.refused.closed");
    }
    if (withdrawal.isPresent()) {
      throw new RuleBroken("normalisation.refused.withdrawn");
    }
  }

  /** Whether something came for an entry of the list that nobody called insufficient since. */
  boolean isThere(String entry) {
    return !completeness.missing().contains(entry)
        && papers.stream().anyMatch(paper -> paper.entryCode().equals(entry));
  }

  /** Whether it waits, and the time for deciding has passed, be it before its clock rested. */
  boolean isLate(Instant now) {
    return waits() && (overran || dueAt.filter(now::isAfter).isPresent());
  }

  /** Whether it waits in time; empty where it does not wait, or its clock has not run. */
  Optional<Boolean> isInTime(Instant now) {
    return waits() && (overran || dueAt.isPresent()) ? Optional.of(!isLate(now)) : Optional.empty();
  }

  public String path() {
    return "/normalisations/" + number;
  }
}
