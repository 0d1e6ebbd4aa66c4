package id.narahubung.web;

import id.narahubung.access.Permission;
import id.narahubung.data.ClassPathFolder;
import io.javalin.config.StaticFilesConfig;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The files under 'static' on the class path. Their address holds a hash of them all, so a browser
 * may keep each for good and still never shows an old one.
 */
public final class StaticFiles {

  private static final String FOLDER = "static";

  private final String path;

  public StaticFiles() {
    this.path = "/static/" + hash(ClassPathFolder.read(FOLDER));
  }

  /** Where they are served, such as '/static/3f9a01c27be4'. */
  public String path() {
    return path;
  }

  void addTo(StaticFilesConfig config) {
    config.add(
        files -> {
          files.directory = "/" + FOLDER;
          files.location = Location.CLASSPATH;
          files.hostedPath = path;
          files.roles = Set.of(Permission.ANYONE);
          files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        });
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
