package id.narahubung.requests;

import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Drops drafts of answers: one's own, or, for who may release, anybody's. What they said stays in
 * the item's history, on the company's side. Draft by draft refused when it is over already.
 */
public final class DropAnswerDrafts {

  private final AnswerDraftDesk desk;
  private final AnswerDraftStore drafts;

  DropAnswerDrafts(AnswerDraftDesk desk, AnswerDraftStore drafts) {
    this.desk = desk;
    this.drafts = drafts;
  }

  public BulkResult run(Tx tx, UUID act, Collection<Long> ids) {
    long me = tx.person().personId();
    boolean anybodys = tx.viewer().may(RELEASE_ANSWERS);
    return desk.run(
        tx,
        act,
        ids,
        new AnswerDraftDesk.Work(
            EventKind.ANSWER_DRAFTS_DROPPED,
            ANSWER_ITEMS,
            draft -> refusal(draft, me, anybodys),
            drafts::drop));
  }

  private static Optional<String> refusal(AnswerDraft draft, long me, boolean anybodys) {
    if (!draft.state().isLive()) {
      return Optional.of("draft_answer.refused." + Wording.lower(draft.state()));
    }
    return draft.person() == me || anybodys
        ? Optional.empty()
        : Optional.of("draft_answer.refused.not_yours");
  }
}
