package id.narahubung.papers;

import java.util.List;

/**
 * All that papers/decision.html may see.
 *
 * @param number of the paper: the decision's, with its edition behind it
 * @param waivers the cells that were let be, each with its reason, end and both signatures
 * @param providers what was done by then; empty in the edition as it was signed
 */
record DecisionPaper(
    String title,
    String from,
    Twice heading,
    String number,
    List<OrderPaper.Fact> facts,
    Twice waiversHeading,
    List<OrderPaper.Fact> waivers,
    Twice executionHeading,
    Twice execution,
    List<Provider> providers,
    Twice check,
    String code,
    String verifyAt) {

  /** What a provider did. */
  public record Provider(String name, Twice state, String when, String note) {}
}
