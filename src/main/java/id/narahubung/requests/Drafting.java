package id.narahubung.requests;

import java.util.Map;

/**
 * How what somebody types becomes an answer.
 *
 * @param waits whether a lead must release it
 * @param drafts the live drafts of the items in hand, by item; the company's own
 */
record Drafting(boolean waits, Map<Long, AnswerDraft> drafts) {

  static final Drafting NONE = new Drafting(false, Map.of());

  Drafting {
    drafts = Map.copyOf(drafts);
  }
}
