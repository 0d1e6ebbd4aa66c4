package id.narahubung.requests;

import id.narahubung.access.RuleBroken;
import id.narahubung.rules.Requirement;
import id.narahubung.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * How far an order holds what its rule set asks for. It may be sent when nothing is missing: each
 * need is met, or left out for a reason where the rule set allows that.
 */
public record Completeness(List<Line> lines) {

  public Completeness {
    lines = List.copyOf(lines);
  }

  /** How one need stands. */
  enum State {
    MET,
    OVERRIDDEN,
    MISSING
  }

  /** One need: what asks for it, how it stands, and the reason where it is left out. */
  record Line(Requirement requirement, State state, String reason) {

    boolean is(State wanted) {
      return state == wanted;
    }
  }

  /** How an order stands, in the order of the rule set. */
  public static Completeness of(TakedownRequest order, RuleSet rules) {
    return new Completeness(
        rules.requirements().stream()
            .filter(each -> Need.of(each.need()).appliesTo(order))
            .map(each -> line(order, rules, each))
            .toList());
  }

  private static Line line(TakedownRequest order, RuleSet rules, Requirement requirement) {
    if (Need.of(requirement.need()).isMet(order, rules)) {
      return new Line(requirement, State.MET, "");
    }
    Optional<OverrideGiven> override =
        order.overrides().stream()
            .filter(each -> requirement.overridable() && each.need().equals(requirement.need()))
            .findFirst();
    return override.isPresent()
        ? new Line(requirement, State.OVERRIDDEN, override.get().reason())
        : new Line(requirement, State.MISSING, "");
  }

  List<Line> in(State state) {
    return lines.stream().filter(line -> line.is(state)).toList();
  }

  static void require(TakedownRequest order, RuleSet rules) {
    if (!of(order, rules).in(State.MISSING).isEmpty()) {
      throw new RuleBroken("draft.refused.incomplete");
    }
  }
}
