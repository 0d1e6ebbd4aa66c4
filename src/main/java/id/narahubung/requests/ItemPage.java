package id.narahubung.requests;

import id.narahubung.evidence.EvidenceCard;
import id.narahubung.ledger.By;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that items/show.html may see. */
public record ItemPage(
    String title,
    String number,
    String requestNumber,
    String requestHref,
    String eyebrow,
    String category,
    boolean urgent,
    String urgentLabel,
    String address,
    String copied,
    String given,
    boolean schemeAdded,
    List<Fact> about,
    Tag claim,
    List<Fact> claimFacts,
    String onTime,
    Tag found,
    String foundCss,
    List<Fact> foundFacts,
    List<Link> chain,
    List<Link> letters,
    Optional<AnswerDraftCard> draft,
    ClockCard clock,
    List<Moment> history,
    List<Link> actions,
    EvidenceCard evidence,
    Optional<RestrictedCard> restricted) {

  /** A line of the item's history, newest first; side is a CSS class. */
  public record Moment(String text, String when, String side, List<Fact> facts) {}

  /** Something a company did for itself, before it is a line of the history. */
  record Past(Instant at, String text, By by, List<Fact> facts) {}

  /** A thing to do with the item. */
  public record Link(String label, String href) {}
}
