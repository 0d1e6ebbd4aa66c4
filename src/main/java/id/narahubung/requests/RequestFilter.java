package id.narahubung.requests;

import java.util.Optional;

/** What a list of requests is narrowed to. */
public record RequestFilter(
    Optional<Long> platform,
    Optional<String> category,
    Optional<String> urgency,
    Optional<RequestState> state,
    boolean overdue,
    String number) {

  public static RequestFilter none() {
    return new RequestFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, "");
  }

  /** How a list is sorted. */
  public enum Sort {
    /** The newest first. */
    NEWEST,
    /** The earliest due time first; what has none comes last. */
    DUE
  }
}
