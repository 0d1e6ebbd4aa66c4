package id.narahubung.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The query of an address without what only tells who shared it, and how. */
final class Query {
  /** Added by advertisers and mail programs to addresses of any site. */
  private static final Set<String> TRACKING =
      Set.of(
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "dclid",
          "fbclid",
          "gbraid",
          "gclid",
          "gclsrc",
          "igsh",
          "igshid",
          "mc_cid",
          "mc_eid",
          "mibextid",
          "msclkid",
          "oly_anon_id",
          "oly_enc_id",
          "ttclid",
          "twclid",
          "vero_id",
          "wbraid",
          "wickedid",
          "yclid");

  /** Too short or too ordinary to be tracking elsewhere, so only on the host that adds them. */
  private static final Map<String, Set<String>> TRACKING_BY_HOST =
      Map.of(
          "www.youtube.com", Set.of("ab_channel", "feature", "pp", "si"),
          "music.youtube.com", Set.of("feature", "si"),
          "open.spotify.com", Set.of("si"),
          "x.com", Set.of("cxt", "ref_src", "ref_url", "s", "t", "twgr"),
          "www.facebook.com",
              Set.of(
                  "__tn__",
                  "__cft__[0]",
                  "__xts__[0]",
                  "_rdr",
                  "rdid",
                  "refid",
                  "sfnsn",
                  "share_url"),
          "www.tiktok.com",
              Set.of(
                  "_d",
                  "_r",
                  "_t",
                  "checksum",
                  "is_copy_url",
                  "is_from_webapp",
                  "refer",
                  "sec_user_id",
                  "sender_device",
                  "sender_web_id",
                  "share_app_id",
                  "share_item_id",
                  "share_link_id",
                  "social_sharing",
                  "timestamp",
                  "tt_from",
                  "u_code",
                  "ug_btm",
                  "user_id",
                  "web_id"),
          "vm.tiktok.com", Set.of("_r", "_t"),
          "vt.tiktok.com", Set.of("_r", "_t"));

  private Query() {}

  /** Keeps the order: some sites read parameters by place. */
  static String normalised(String raw, String host) {
    if (raw.isEmpty()) {
      return "";
    }
    // "&amp;" comes of copying from the source of a page; no site means a parameter "amp;x".
    String query = withoutEntities(Percent.normalisedQuery(raw));
    List<String> kept = new ArrayList<>();
    int from = 0;
    while (from <= query.length()) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      String parameter = query.substring(from, to);
      if (!parameter.isEmpty() && !isTracking(parameter, host)) {
        kept.add(parameter);
      }
      from = to + 1;
    }
    return String.join("&", kept);
  }

  private static String withoutEntities(String query) {
    if (!query.contains("&amp;")) {
      return query;
    }
    StringBuilder out = new StringBuilder(query.length());
    for (int i = 0; i < query.length(); i++) {
      out.append(query.charAt(i));
      if (query.charAt(i) == '&') {
        while (query.startsWith("amp;", i + 1)) {
          i += 4;
        }
      }
    }
    return out.toString();
  }

  private static boolean isTracking(String parameter, String host) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    String lower = name.toLowerCase(Locale.ROOT).replace("%5b", "[").replace("%5d", "]");
    return lower.startsWith("utm_")
        || TRACKING.contains(lower)
        || TRACKING_BY_HOST.getOrDefault(host, Set.of()).contains(lower);
  }
}
