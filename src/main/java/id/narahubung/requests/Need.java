package id.narahubung.requests;

import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Standard;
import java.util.Locale;

/**
 * What the portal can tell of an order: whether this is there. Which of it must be, a rule set
 * says.
 */
public enum Need {
  ITEMS,
  BASIS,
  ANALYSIS,
  URGENCY_REASON,
  REDRESS,
  REQUESTER_BODY,
  REQUESTER_CONTACT,
  LETTER_NUMBER,
  LETTER_DATE,
  /** A screenshot, or what was saved in its place. */
  EVIDENCE,
  FINDING;

  /** The need of a rule set's name. */
  static Need of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The form's field that fills it. */
  String field() {
    return this == ITEMS || this == FINDING ? "pasted" : Wording.lower(this);
  }

  /** A finding stands in the place of the picture, where no picture may be kept. */
  boolean appliesTo(TakedownRequest order) {
    return switch (this) {
      case FINDING -> order.restriction().restricted();
      case EVIDENCE -> !order.restriction().restricted();
      default -> true;
    };
  }

  /** Where it is filled in, under the draft's address. */
  String where() {
    return switch (this) {
      case FINDING -> "/findings";
      case EVIDENCE -> "/evidence/new";
      default -> "/edit#" + field();
    };
  }

  boolean isMet(TakedownRequest order, RuleSet rules) {
    RequestContent content = order.content();
    return switch (this) {
      case ITEMS -> order.counts().items() > 0;
      case BASIS -> !content.basisCodes().isEmpty();
      case ANALYSIS -> isWritten(content.analysis());
      case URGENCY_REASON -> isOfItsCategory(content, rules) || isWritten(content.urgencyReason());
      case REDRESS -> isWritten(content.redress());
      case REQUESTER_BODY -> isWritten(content.requesterBody());
      case REQUESTER_CONTACT -> isWritten(content.requesterContact());
      case LETTER_NUMBER -> isWritten(content.letterNumber());
      case LETTER_DATE -> content.letterDate().isPresent();
      case EVIDENCE -> order.illustrated();
      case FINDING -> !order.restriction().lacksFinding();
    };
  }

  private static boolean isOfItsCategory(RequestContent content, RuleSet rules) {
    return content.urgencyCode().equals(rules.category(content.categoryCode()).urgencyCode());
  }

  /** Not empty, and nothing of a standard text left open. */
  private static boolean isWritten(String text) {
    return !text.isEmpty() && !text.contains(Standard.BLANK);
  }
}
