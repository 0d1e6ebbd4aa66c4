package id.narahubung.views;

import static id.narahubung.access.Permission.KEEP_VIEWS;

import id.narahubung.access.BadInput;
import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;

/**
 * Keeps a list's address under a name; the same name again replaces it. No event: it changes nobody
 * else's work.
 */
public final class KeepView {

  /** As many as one person keeps. */
  static final int MOST = 50;

  private final ViewStore views;

  public KeepView(ViewStore views) {
    this.views = views;
  }

  /** Refuses an address that is none of a list, and more views than one person can oversee. */
  public void run(Tx tx, String name, String path, boolean shared) {
    tx.viewer().require(KEEP_VIEWS);
    if (!isOfAList(path)) {
      throw new BadInput("not a list");
    }
    boolean known = views.list(tx).stream().anyMatch(v -> v.own() && v.name().equals(name));
    if (!known && views.countOwn(tx) >= MOST) {
      throw new RuleBroken("view.refused.many", MOST);
    }
    views.put(tx, name, path, shared);
  }

  static boolean isOfAList(String path) {
    return path.length() <= SavedView.LONGEST_PATH
        && path.matches("/(requests|letters|commitments|verifications|decisions|search)?([?].*)?")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }
}
