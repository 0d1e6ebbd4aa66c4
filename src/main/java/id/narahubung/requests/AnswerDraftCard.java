package id.narahubung.requests;

import static id.narahubung.access.Permission.ANSWER_ITEMS;
import static id.narahubung.access.Permission.RELEASE_ANSWERS;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.AnswerDraft.State;
import id.narahubung.requests.ItemPage.Link;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The draft of an answer on its item's page: the company's own.
 *
 * @param answer what it would say
 * @param state whether it waits for a lead or for its writer
 * @param note what it does not do while it waits, or why it was returned
 */
public record AnswerDraftCard(
    Tag answer, List<Fact> facts, Tag state, String note, List<Link> actions) {

  static AnswerDraftCard of(
      Words words,
      PersonViewer viewer,
      RuleSet rules,
      TakedownRequest request,
      Item item,
      AnswerDraft draft) {
    return new AnswerDraftCard(
        answer(words, rules, draft),
        facts(words, rules, draft),
        new Tag(
            words.say(draft.stands(item.standing())),
            item.standing().isSettled() ? "" : draft.state() == State.OPEN ? "soon" : "late",
            ""),
        note(words, item, draft),
        actions(words, viewer, request, item, draft));
  }

  private static String note(Words words, Item item, AnswerDraft draft) {
    if (item.standing().isSettled()) {
      return words.say("draft_answer.note.settled");
    }
    return draft
        .returned()
        .map(back -> returned(words, back))
        .orElseGet(
            () ->
                item.dueAt()
                    .filter(due -> item.standing() == Standing.OPEN)
                    .map(due -> words.say("draft_answer.note.due", words.instant(due)))
                    .orElseGet(() -> words.say("draft_answer.note")));
  }

  /** What it would say, outlined as a claim; by whom and when below it. */
  static Tag answer(Words words, RuleSet rules, AnswerDraft draft) {
    Tag when = written(words, rules, draft);
    return new Tag(when.text(), when.css(), when.under() + ", " + draft.by().told(words));
  }

  /** The same where it is said already who wrote it. */
  static Tag written(Words words, RuleSet rules, AnswerDraft draft) {
    return new Tag(
        new Wording(words, draft.writtenAt())
            .answerText(rules, draft.given().typeCode(), draft.given().ground()),
        "open",
        words.instantShort(draft.writtenAt()));
  }

  static List<Fact> facts(Words words, RuleSet rules, AnswerDraft draft) {
    return new Wording(words, draft.writtenAt())
        .details(rules.answerType(draft.given().typeCode()), draft.given().details());
  }

  /** Given back why, when and by whom. */
  static String returned(Words words, AnswerDraft.Return back) {
    return words.say(
        "draft_answer.returned_because",
        back.reason(),
        words.instantShort(back.at()),
        back.by().told(words));
  }

  private static List<Link> actions(
      Words words, PersonViewer viewer, TakedownRequest request, Item item, AnswerDraft draft) {
    List<Link> links = new ArrayList<>();
    boolean settled = item.standing().isSettled();
    if (viewer.may(RELEASE_ANSWERS) && draft.state() == State.OPEN && !settled) {
      links.add(
          new Link(
              words.say("draft_answer.look"), "/answer-drafts?request=" + request.requireNumber()));
    }
    boolean releases = viewer.may(RELEASE_ANSWERS);
    if (viewer.may(ANSWER_ITEMS) && draft.yieldsTo(viewer) && !settled) {
      links.add(
          new Link(words.say("draft_answer.change"), "/answers/new?draft=yes&item=" + item.ref()));
    }
    if (viewer.may(ANSWER_ITEMS) && (draft.person() == viewer.personId() || releases)) {
      links.add(
          new Link(
              words.say("draft_answer.drop"), "/answer-drafts/removals/new?item=" + item.ref()));
    }
    return links;
  }

  /** What happened to an item's drafts, for its history; the live one stands in the card. */
  static List<ItemPage.Past> history(Words words, RuleSet rules, List<AnswerDraft> drafts) {
    List<ItemPage.Past> past = new ArrayList<>();
    for (AnswerDraft draft : drafts) {
      List<Fact> said = facts(words, rules, draft);
      String text = words.say("history.draft.written", answer(words, rules, draft).text());
      past.add(new ItemPage.Past(draft.writtenAt(), text, draft.by(), said));
      draft
          .returned()
          .ifPresent(
              back ->
                  past.add(
                      new ItemPage.Past(
                          back.at(),
                          words.say("history.draft.returned"),
                          back.by(),
                          List.of(new Fact(words.say("history.reason"), back.reason())))));
      Optional<AnswerDraft.Step> end = draft.ended();
      end.ifPresent(
          step ->
              past.add(
                  new ItemPage.Past(
                      step.at(),
                      words.say("history.draft." + Wording.lower(draft.state())),
                      step.by(),
                      List.of())));
    }
    return past;
  }
}
