package id.narahubung.requests;

import static id.narahubung.requests.Standing.ASKED;
import static id.narahubung.requests.Standing.CLAIMED;
import static id.narahubung.requests.Standing.CONFIRMED;
import static id.narahubung.requests.Standing.CONTESTED;
import static id.narahubung.requests.Standing.OPEN;

import id.narahubung.access.Permission;
import java.util.Locale;
import java.util.Optional;

/** What can be done to an item, by whom, and where it must stand. The only place that knows. */
public enum ItemAction {
  /** An answer may be changed until the item is checked or ruled on. */
  ANSWER(Permission.ANSWER_ITEMS),
  /** What a colleague drafted may become the answer where one could be given. */
  RELEASE(Permission.RELEASE_ANSWERS),
  /** An answer may be taken back until the ministry said anything about it. */
  TAKE_BACK(Permission.ANSWER_ITEMS),
  /** An answer accepted on a sample may still be looked at: what is seen goes before. */
  CHECK(Permission.CHECK_ITEMS),
  /** An answer that nobody looked at may be accepted because a sample of its like passed. */
  ACCEPT_ON_SAMPLE(Permission.CONCLUDE_VERIFICATIONS),
  /** What was found down can be looked at again at any time. */
  RECHECK(Permission.CHECK_ITEMS),
  RULE(Permission.RULE_ON_REFUSALS),
  /** What the ministry said of the latest answer may be contested once. */
  OBJECT(Permission.ANSWER_ITEMS),
  WITHDRAW_OBJECTION(Permission.ANSWER_ITEMS),
  DECIDE_OBJECTION(Permission.RULE_ON_REFUSALS),
  CLARIFY(Permission.REPLY_TO_CLARIFICATIONS),
  /** An item whose clock runs or waits may be given more time, before its due time or after it. */
  EXTEND(Permission.GIVE_TIME),
  WITHDRAW(Permission.WITHDRAW_REQUESTS);

  private final Permission permission;

  ItemAction(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }

  /** Why the action is not possible now, as a message key; empty when it is. */
  public Optional<String> refusal(ItemFacts item) {
    String name = lower(this == RELEASE ? ANSWER : this);
    return allows(item) ? Optional.empty() : Optional.of("item.refused." + name + end(item));
  }

  /** What there is to contest or to end says more than where the item stands. */
  private String end(ItemFacts item) {
    return switch (this) {
      case OBJECT, WITHDRAW_OBJECTION, DECIDE_OBJECTION -> "";
      case ANSWER,
          RELEASE,
          TAKE_BACK,
          CHECK,
          ACCEPT_ON_SAMPLE,
          RECHECK,
          RULE,
          CLARIFY,
          EXTEND,
          WITHDRAW ->
          "." + lower(item.standing());
    };
  }

  private boolean allows(ItemFacts item) {
    Standing standing = item.standing();
    return switch (this) {
      case ANSWER, RELEASE ->
          standing == OPEN || standing == ASKED || standing == CLAIMED || standing == CONTESTED;
      case TAKE_BACK -> item.latestAnswer().filter(answer -> !item.isJudged(answer)).isPresent();
      case CHECK -> standing == CLAIMED || standing == Standing.SAMPLED;
      case ACCEPT_ON_SAMPLE -> standing == CLAIMED;
      case RECHECK -> standing == CONFIRMED;
      case RULE ->
          standing == CONTESTED
              || (standing == CLAIMED
                  && item.latestAnswer().filter(a -> a.type().isContestable()).isPresent());
      case OBJECT -> standing == OPEN && item.contestable().isPresent();
      case WITHDRAW_OBJECTION, DECIDE_OBJECTION -> item.openObjection().isPresent();
      case CLARIFY -> standing == ASKED;
      case EXTEND -> standing == OPEN || standing == ASKED;
      case WITHDRAW -> standing != Standing.WITHDRAWN && standing != Standing.DRAFT;
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
