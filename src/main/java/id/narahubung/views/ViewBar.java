package id.narahubung.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import java.net.URLEncoder;
import java.util.List;

/**
 * What stands above a list: the views that one kept or is given, and the way to keep this one.
 *
 * @param keepHref empty for those who keep none
 */
public record ViewBar(List<SavedView> views, String keepHref) {

  public static ViewBar of(Tx tx, ViewStore views, String path) {
    return new ViewBar(
        views.list(tx),
        tx.viewer().may(Permission.KEEP_VIEWS)
            ? "/views/new?path=" + URLEncoder.encode(path, UTF_8)
            : "");
  }

  /** On a page where there is no list. */
  public static ViewBar none() {
    return new ViewBar(List.of(), "");
  }
}
