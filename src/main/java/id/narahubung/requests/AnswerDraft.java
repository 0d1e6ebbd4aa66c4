package id.narahubung.requests;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.ledger.By;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer before it is one: the company's own until a lead releases it. It stops no clock. Its
 * content never changes; whoever says something else writes another in its place.
 *
 * @param itemVersion the item as the writer saw it
 * @param person who wrote it
 * @param required whether a lead must release it, as the company has it settled now
 * @param returned why a lead gave it back, if one ever did
 * @param ended who ended it and when, once it is over
 */
public record AnswerDraft(
    long id,
    long itemId,
    long requestId,
    int itemVersion,
    AnswerGiven given,
    long person,
    By by,
    Instant writtenAt,
    State state,
    boolean required,
    Optional<Return> returned,
    Optional<Step> ended) {

  /** Where it stands. */
  public enum State {
    /** Waits for a lead, or was only kept where none must release it. */
    OPEN,
    /** Waits for its writer. */
    RETURNED,
    /** Became the answer. */
    RELEASED,
    DROPPED,
    /** Another draft, or an answer, took its place. */
    REPLACED;

    public boolean isLive() {
      return this == OPEN || this == RETURNED;
    }
  }

  /** Who did something with it, and when. */
  public record Step(By by, Instant at) {}

  /** Given back to its writer, and why. */
  public record Return(String reason, By by, Instant at) {}

  /** Why it cannot be released as things stand, as a message key; empty when it can. */
  public Optional<String> refusal(Item item, ItemFacts facts) {
    if (state != State.OPEN) {
      return Optional.of("draft_answer.refused." + Wording.lower(state));
    }
    return ItemAction.RELEASE
        .refusal(facts)
        .or(
            () ->
                item.version() == itemVersion
                    ? Optional.empty()
                    : Optional.of("draft_answer.refused.stale"));
  }

  /** Where it stands beside its item, as a message key. */
  String stands(Standing item) {
    return "draft_answer.state."
        + (item.isSettled()
            ? "settled"
            : state == State.OPEN && !required ? "kept" : Wording.lower(state));
  }

  /** Whether this person may write another in its place: not while it waits, but one's own. */
  boolean yieldsTo(PersonViewer other) {
    return state != State.OPEN
        || person == other.personId()
        || other.may(Permission.RELEASE_ANSWERS);
  }
}
