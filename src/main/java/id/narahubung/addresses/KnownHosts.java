package id.narahubung.addresses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The platforms whose mobile, old and short hosts lead to the same content, by table.
 *
 * <p>Short links that only the platform can resolve ({@code vm.tiktok.com}, {@code fb.watch}) stay
 * as they are: their target may change, and asking would tell the platform who looks.
 */
final class KnownHosts {
  private static final Map<String, List<String>> OTHER_HOSTS =
      Map.of(
          "www.youtube.com",
          List.of("youtube.com", "m.youtube.com", "www.youtube-nocookie.com"),
          "www.facebook.com",
          List.of(
              "facebook.com",
              "m.facebook.com",
              "mobile.facebook.com",
              "mbasic.facebook.com",
              "touch.facebook.com",
              "web.facebook.com",
              "id-id.facebook.com",
              "fb.com",
              "www.fb.com"),
          "x.com",
          List.of(
              "www.x.com",
              "mobile.x.com",
              "twitter.com",
              "www.twitter.com",
              "mobile.twitter.com",
              "m.twitter.com"),
          "www.tiktok.com",
          List.of("tiktok.com", "m.tiktok.com"),
          "www.instagram.com",
          List.of("instagram.com", "m.instagram.com", "instagr.am", "www.instagr.am"),
          "www.threads.com",
          List.of("threads.com", "threads.net", "www.threads.net"),
          "t.me",
          List.of("www.t.me", "telegram.me", "www.telegram.me", "telegram.dog"),
          "www.reddit.com",
          List.of("reddit.com", "m.reddit.com", "old.reddit.com", "np.reddit.com"));

  private static final Map<String, String> MAIN_HOSTS = mainHosts();

  /** Complete in themselves: one host, and still https whatever was given. */
  private static final Set<String> SHORT_HOSTS =
      Set.of("youtu.be", "vm.tiktok.com", "vt.tiktok.com", "fb.watch", "open.spotify.com");

  private static final Pattern VIDEO =
      Pattern.compile("/(?:shorts|embed|live|v)/(?!videoseries$)([A-Za-z0-9_-]{11})");
  private static final Pattern SHORT_VIDEO = Pattern.compile("/([A-Za-z0-9_-]+)");
  private static final String MOBILE_WIKI = ".m.wikipedia.org";

  /** A host with a normalised path and a query; {@code known} when a platform of the table. */
  record Place(String host, String path, String query, boolean known) {
    Place(String host, String path, String query) {
      this(host, path, query, false);
    }
  }

  private KnownHosts() {}

  static Place mainForm(Place given, boolean otherPort) {
    if (otherPort) {
      return given;
    }
    if (given.host().endsWith(MOBILE_WIKI)) {
      String language = given.host().substring(0, given.host().length() - MOBILE_WIKI.length());
      return new Place(language + ".wikipedia.org", given.path(), given.query(), true);
    }
    String host = MAIN_HOSTS.getOrDefault(given.host(), given.host());
    if (!OTHER_HOSTS.containsKey(host) && !SHORT_HOSTS.contains(host)) {
      return given;
    }
    String path = Path.withoutTrailingSlashes(given.path());
    return switch (host) {
      case "youtu.be" -> video(SHORT_VIDEO.matcher(path), host, path, given.query());
      case "www.youtube.com" -> video(VIDEO.matcher(path), host, path, given.query());
      // The preview in the browser of the same channel.
      case "t.me" -> new Place(host, withoutPreview(path), given.query(), true);
      default -> new Place(host, path, given.query(), true);
    };
  }

  /** All the ways YouTube shows one video, so that the same video is filed once. */
  private static Place video(Matcher matcher, String host, String path, String query) {
    return matcher.matches()
        ? new Place("www.youtube.com", "/watch", "v=" + matcher.group(1) + "&" + query, true)
        : new Place(host, path, query, true);
  }

  private static String withoutPreview(String path) {
    int start = 0;
    while (path.startsWith("/s/", start)) {
      start += 2;
    }
    return path.substring(start);
  }

  private static Map<String, String> mainHosts() {
    Map<String, String> mains = new HashMap<>();
    OTHER_HOSTS.forEach((main, others) -> others.forEach(other -> mains.put(other, main)));
    return Map.copyOf(mains);
  }
}
