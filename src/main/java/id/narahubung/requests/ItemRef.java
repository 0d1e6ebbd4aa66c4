package id.narahubung.requests;

import id.narahubung.access.BadInput;

/** An item as a form last saw it: '17.3' is item 17 in its version 3. */
public record ItemRef(long id, int version) {

  public static ItemRef from(String text) {
    int dot = text.indexOf('.');
    try {
      return new ItemRef(
          Long.parseLong(text.substring(0, Math.max(dot, 0))),
          Integer.parseInt(text.substring(dot + 1)));
    } catch (NumberFormatException e) {
      throw new BadInput("not an item");
    }
  }

  @Override
  public String toString() {
    return id + "." + version;
  }
}
