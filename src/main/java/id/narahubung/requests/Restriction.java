package id.narahubung.requests;

/**
 * Whether a request's category is restricted, so that what identifies its items is shown only on
 * demand and to few.
 *
 * @param lacksFinding whether an item of it has no written finding yet
 */
public record Restriction(boolean restricted, boolean lacksFinding) {

  static final Restriction NONE = new Restriction(false, false);
}
