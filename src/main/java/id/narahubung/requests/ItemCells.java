package id.narahubung.requests;

import id.narahubung.text.Words;
import java.time.Instant;
import java.util.Optional;

/** What rows of downloaded tables share: the one place where an item's address becomes a cell. */
public final class ItemCells {

  private final Words words;

  public ItemCells(Words words) {
    this.words = words;
  }

  /**
   * As it is: who has a table wants to work with it, and a cell of text is no link. Of a restricted
   * item, only that it is one.
   */
  public String address(Item item) {
    return item.restricted() ? words.say("item.restricted") : item.copied();
  }

  /** '2026-03-03T08:15:00+07:00', in the reader's zone. */
  public String instant(Instant instant) {
    return words.iso(instant);
  }

  String instant(Optional<Instant> instant) {
    return instant.map(this::instant).orElse("");
  }

  String due(Item item) {
    return instant(item.dueAt());
  }
}
