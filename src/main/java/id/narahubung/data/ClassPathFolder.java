package id.narahubung.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a folder of the class path, be it in the jar or in the build's output. */
public final class ClassPathFolder {

  private ClassPathFolder() {}

  /** Every file below the folder by its path there, in order. */
  public static Map<String, byte[]> read(String folder) {
    URL url = ClassPathFolder.class.getResource("/" + folder);
    if (url == null) {
      throw new IllegalStateException("no folder '" + folder + "' on the class path");
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/" + folder));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    Map<String, byte[]> read = new TreeMap<>();
    for (Path file : files) {
      read.put(folder.relativize(file).toString(), Files.readAllBytes(file));
    }
    return read;
  }
}
