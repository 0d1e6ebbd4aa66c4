package id.narahubung.ledger;

import java.time.Instant;
import java.util.Map;

/** A line of the ledger, as a page reads it. */
public record Event(long id, Instant at, String kind, By by, Map<String, Object> body) {

  /** A number from the body, 0 where it holds none. */
  public int count(String key) {
    return body.get(key) instanceof Number number ? number.intValue() : 0;
  }

  /** The same of an amount of money. */
  public long amount(String key) {
    return body.get(key) instanceof Number number ? number.longValue() : 0;
  }

  /** A text from the body, empty where it holds none. */
  public String text(String key) {
    return body.get(key) instanceof String text ? text : "";
  }
}
