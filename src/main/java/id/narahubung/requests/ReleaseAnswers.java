package id.narahubung.requests;

import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes answers of drafts: from now on the ministry sees them, as given by whoever releases them.
 * The same path as any answer, and the same reasons why one may not. Refused when the viewer may
 * not release; draft by draft, when it does not wait any more or its item has moved since.
 */
public final class ReleaseAnswers {

  private final AnswerDraftDesk desk;
  private final FactStore facts;
  private final AnswerItems answer;

  ReleaseAnswers(AnswerDraftDesk desk, FactStore facts, AnswerItems answer) {
    this.desk = desk;
    this.facts = facts;
    this.answer = answer;
  }

  /** One act of answering for each type of answer, and each request. */
  public BulkResult run(Tx tx, UUID act, Collection<Long> ids) {
    AnswerDraftDesk.Locked locked = desk.lock(tx, ids, RELEASE_ANSWERS);
    Map<Long, ItemFacts> known =
        facts.fetch(tx, locked.drafts().stream().map(AnswerDraft::itemId).distinct().toList());
    List<Item> changed = new ArrayList<>();
    List<BulkResult.Refused> refused = new ArrayList<>();
    Map<String, List<AnswerDraft>> byType = new LinkedHashMap<>();
    for (AnswerDraft draft : locked.drafts()) {
      Item item = locked.item(draft);
      ownUnderLoan(tx.person(), draft)
          .or(() -> draft.refusal(item, known.getOrDefault(item.id(), ItemFacts.none(item.id()))))
          .ifPresentOrElse(
              key -> refused.add(new BulkResult.Refused(item, key)),
              () ->
                  byType
                      .computeIfAbsent(draft.given().typeCode(), type -> new ArrayList<>())
                      .add(draft));
    }
    // The first act that does anything has the form's id: by that a repeated send is known.
    UUID next = act;
    for (Map.Entry<String, List<AnswerDraft>> entry : byType.entrySet()) {
      BulkResult result = answer.release(tx, next, entry.getValue());
      changed.addAll(result.changed());
      refused.addAll(result.refused());
      if (!result.changed().isEmpty()) {
        next = Act.part(act, "release/" + entry.getKey());
      }
    }
    return new BulkResult(changed, refused);
  }

  /** A role on loan makes nobody a second pair of eyes for what one wrote oneself. */
  private static Optional<String> ownUnderLoan(PersonViewer viewer, AnswerDraft draft) {
    return draft.person() == viewer.personId() && !viewer.holds(RELEASE_ANSWERS)
        ? Optional.of("draft_answer.refused.own_lent")
        : Optional.empty();
  }
}
