package id.narahubung.requests;

import id.narahubung.web.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list of requests is narrowed to. */
public record RequestFilter(
    Optional<Long> platform,
    Optional<String> category,
    Optional<String> urgency,
    Optional<RequestState> state,
    boolean overdue,
    String number) {

  /** The names in an address, with that of its order. */
  static final List<String> NAMES =
      List.of("platform", "category", "state", "urgency", "overdue", "number", "sort");

  static RequestFilter of(Form query) {
    return new RequestFilter(
        query.has("platform") ? Optional.of(query.id("platform")) : Optional.empty(),
        query.has("category") ? Optional.of(query.text("category")) : Optional.empty(),
        query.has("urgency") ? Optional.of(query.text("urgency")) : Optional.empty(),
        Arrays.stream(RequestState.values())
            .filter(state -> Wording.lower(state).equals(query.text("state")))
            .findFirst(),
        query.text("overdue").equals("yes"),
        query.text("number").toUpperCase(Locale.ROOT));
  }

  public static RequestFilter none() {
    return of(Optional.empty());
  }

  static RequestFilter of(RequestState state) {
    return of(Optional.of(state));
  }

  private static RequestFilter of(Optional<RequestState> state) {
    return new RequestFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), state, false, "");
  }

  /** How a list is sorted. */
  public enum Sort {
    /** The newest first. */
    NEWEST,
    /** The earliest due time first; what has none comes last. */
    DUE;

    static Sort of(Form query) {
      return query.text("sort").equals("due") ? DUE : NEWEST;
    }
  }
}
