package id.narahubung.requests;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.rules.RuleSet;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One act on picked items as a form: how it is drawn, read and done. What all of them share stands
 * in {@link ItemActs}.
 */
interface ActForm {

  int MOST_TEXT = 4_000;

  /**
   * The picked items with what happened to them, the rules of the first one's request, who asks,
   * and how what is typed becomes an answer.
   */
  record Picked(
      List<ItemRow> rows,
      Map<Long, ItemFacts> facts,
      RuleSet rules,
      Words words,
      PersonViewer viewer,
      List<Colleague> colleagues,
      Drafting drafting) {}

  /** Who else may be named in the form; nobody in most. */
  default List<Colleague> colleagues(Tx tx) {
    return List.of();
  }

  /** How what is typed becomes an answer; most acts are none. */
  default Drafting drafting(Tx tx, List<ItemRow> rows) {
    return Drafting.NONE;
  }

  /** The fields whose values the next item's form starts with, in one sitting. */
  default List<String> kept() {
    return List.of();
  }

  /** The form before anybody typed; the query may say more than which items. */
  default Form blank(Picked picked, Form query) {
    return Form.empty();
  }

  /** The page of the form as it stands now. */
  Drawing draw(Picked picked, Form form);

  /** What was typed, as work to do; faults are noted in the form, and then there is none. */
  Optional<Work> read(Picked picked, Form form);

  /**
   * What one act draws: its title, controls and consequences.
   *
   * @param warning why to think twice; empty where the act can be made good again
   * @param note what to know before typing; empty where there is nothing
   * @param draft the button that keeps it as a draft; empty where there is none
   */
  record Drawing(
      String title,
      String action,
      String method,
      List<Fact> hidden,
      List<Control> controls,
      String warning,
      List<String> next,
      String button,
      String note,
      String draft) {

    /** One without a note, and without another way to keep it. */
    Drawing(
        String title,
        String action,
        String method,
        List<Fact> hidden,
        List<Control> controls,
        String warning,
        List<String> next,
        String button) {
      this(title, action, method, hidden, controls, warning, next, button, "", "");
    }

    /** Whether this is a step before the act, that only asks: its form goes into an address. */
    boolean isAsked() {
      return method.equals("get");
    }
  }

  /**
   * The work, and the key of the sentence that says it is done.
   *
   * @param row the key of what is said of each row that was changed
   */
  record Work(String done, String row, Function<Tx, BulkResult> act) {

    Work(String done, Function<Tx, BulkResult> act) {
      this(done, "result.changed", act);
    }
  }
}
