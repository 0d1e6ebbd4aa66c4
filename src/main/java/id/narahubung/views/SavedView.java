package id.narahubung.views;

/**
 * A list's address under a name.
 *
 * @param own whether the viewer keeps it; else a colleague shares it
 */
public record SavedView(long id, String name, String path, boolean shared, boolean own) {

  static final int LONGEST_NAME = 80;
  static final int LONGEST_PATH = 1_000;
}
