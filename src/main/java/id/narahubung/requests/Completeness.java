package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.rules.RuleSet;
import java.util.List;

/** What a request must hold before it may be submitted or sent. */
public final class Completeness {

  private Completeness() {}

  /** The names of the fields still missing, in the order of the form. */
  public static List<String> missing(TakedownRequest draft, RuleSet rules) {
    RequestContent content = draft.content();
    return content.missing(rules.category(content.categoryCode()).urgencyCode());
  }

  static void require(TakedownRequest draft, RuleSet rules) {
    if (!missing(draft, rules).isEmpty()) {
      throw new RuleBroken("draft.refused.incomplete");
    }
  }
}
