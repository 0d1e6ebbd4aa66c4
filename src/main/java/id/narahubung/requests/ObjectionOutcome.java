package id.narahubung.requests;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an objection ends. */
public enum ObjectionOutcome {
  /** The ministry was wrong: a refusal is accepted after all, a check does not count. */
  ACCEPTED,
  /** What the ministry said stands. */
  UPHELD,
  /** Less is asked for: a new round with full hours. */
  NARROWED,
  /** The company takes it back. */
  WITHDRAWN;

  /** How the ministry may end one, in the order in which it is offered. */
  public static final List<ObjectionOutcome> BY_MINISTRY = List.of(ACCEPTED, NARROWED, UPHELD);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ObjectionOutcome> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
