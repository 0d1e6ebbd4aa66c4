package id.narahubung.commitments;

import java.util.Locale;

/** What one's side says no by, each on a page of its own that asks for the reason. */
enum EndAct {
  REFUSE("refusal"),
  CANCEL("cancellation");

  private final String path;

  EndAct(String path) {
    this.path = path;
  }

  /** The last part of its address. */
  String path() {
    return path;
  }

  /** As it stands in message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
