package id.narahubung.requests;

import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.data.Tx;
import id.narahubung.ledger.EventKind;
import id.narahubung.requests.AnswerDraft.State;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives drafts of answers back to their writers, with a reason that only the company reads. Refused
 * when the viewer may not release; draft by draft, when one does not wait any more.
 */
public final class ReturnAnswers {

  private final AnswerDraftDesk desk;
  private final AnswerDraftStore drafts;

  ReturnAnswers(AnswerDraftDesk desk, AnswerDraftStore drafts) {
    this.desk = desk;
    this.drafts = drafts;
  }

  public BulkResult run(Tx tx, UUID act, Collection<Long> ids, String reason) {
    return desk.run(
        tx,
        act,
        ids,
        new AnswerDraftDesk.Work(
            EventKind.ANSWERS_RETURNED,
            RELEASE_ANSWERS,
            draft ->
                draft.state() == State.OPEN
                    ? Optional.empty()
                    : Optional.of("draft_answer.refused." + Wording.lower(draft.state())),
            (open, event, those) -> drafts.giveBack(open, event, those, reason)));
  }
}
