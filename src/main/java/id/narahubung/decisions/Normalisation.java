package id.narahubung.decisions;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A company's request to open again.
 *
 * @param statement what was done since, in its own words
 * @param closedBy the number of the decision that answered it; empty while it waits
 */
public record Normalisation(
    long id,
    long platformId,
    String platform,
    long ruleSetId,
    String number,
    String statement,
    Instant filedAt,
    By by,
    Optional<Instant> completeAt,
    Optional<Instant> dueAt,
    List<Paper> papers,
    Completeness completeness,
    Optional<String> closedBy) {

  public Normalisation {
    papers = List.copyOf(papers);
  }

  /** A paper that was handed in, with its file where it has one. */
  public record Paper(
      long id, String entryCode, String text, Optional<File> file, Instant at, By by) {}

  /** A file of a paper. */
  public record File(long id, String name) {}

  /** Whether it waits, and the time for deciding has passed. */
  boolean isLate(Instant now) {
    return closedBy.isEmpty() && dueAt.filter(now::isAfter).isPresent();
  }

  public String path() {
    return "/normalisations/" + number;
  }
}
