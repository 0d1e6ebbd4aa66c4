package id.narahubung.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a decision.
 *
 * @param recommendation what whoever prepared it would do, in one sentence
 * @param reasons what the company said, and why that does not suffice; empty where nobody wrote it
 * @param startsAt empty for at its signature
 * @param links the numbers of requests, letters and commitments
 * @param checks what was said of entries of the checklist, by code
 */
public record DecisionContent(
    String kindCode,
    String recommendation,
    String basis,
    String grounds,
    String reasons,
    String statement,
    String scope,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt,
    List<Target> targets,
    List<Body> bodies,
    List<String> links,
    List<Watch> watch,
    Map<String, Said> checks) {

  public DecisionContent {
    targets = List.copyOf(targets);
    bodies = List.copyOf(bodies);
    links = List.copyOf(links);
    watch = List.copyOf(watch);
    checks = Map.copyOf(checks);
  }

  /** A ministry or body that was asked. */
  public record Body(String name, Opinion opinion, String note) {}

  /** What it said. */
  public enum Opinion {
    AGREES,
    DISAGREES,
    AWAITED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is looked at after the decision, and when. */
  public record Watch(LocalDate on, String what) {}

  /** What a person says of an entry; no answer where only a note was left. */
  public record Said(Optional<Boolean> yes, String note) {}

  /** As the signer chose it. */
  DecisionContent signedAs(String kind, Optional<Instant> end, List<Watch> watched) {
    return new DecisionContent(
        kind,
        recommendation,
        basis,
        grounds,
        reasons,
        statement,
        scope,
        startsAt,
        end,
        targets,
        bodies,
        links,
        watched,
        checks);
  }
}
