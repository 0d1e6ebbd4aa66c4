package id.narahubung.access;

import java.util.List;

/** A rule says no, in a sentence of the message files: 409. */
public final class RuleBroken extends Refusal {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public RuleBroken(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The message's key. */
  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
