package id.narahubung.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the embedded server keeps: {@code postgres} (the data), {@code server} (its programs),
 * {@code login.properties}, {@code postgres.log}. One portal at a time holds the folder; all of it
 * is the owner's alone to read.
 */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes the folder where it is missing and holds it until closed, or says who holds it. */
  static DataFolder hold(Path path) {
    try {
      makePrivate(path.toAbsolutePath());
      Path real = path.toRealPath();
      // The library lets everybody write to its folder of programs; this one is in the way.
      makePrivate(real.resolve("server"));
      return new DataFolder(real, lock(real));
    } catch (IOException e) {
      throw new CannotStart("The folder " + path + " cannot be used: " + e, e);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This very process holds it: the answer below fits.
    }
    channel.close();
    throw new CannotStart(
        "A portal already runs on the folder " + path + ": stop it first, or set DATA to another.");
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path programs() {
    return path.resolve("server/postgresql");
  }

  Path log() {
    return path.resolve("postgres.log");
  }

  Path loginFile() {
    return path.resolve("login.properties");
  }

  /** The superuser's first password; the file goes when the first start is through. */
  Path firstPassword() {
    return path.resolve("first-password");
  }

  /** The last line of the server's log. */
  Optional<String> lastWords() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines.filter(line -> !line.isBlank()).reduce((earlier, later) -> later);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** A first start that broke off left nothing worth keeping: nobody ever got a login to it. */
  void forgetUnfinishedStart() throws IOException {
    delete(postgres());
    delete(programs());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (NoSuchFileException e) {
      // Nothing to delete.
    }
  }

  /**
   * Writes a file that only its owner may read; a reader sees the old text or the new, never half.
   */
  public static void writeSecret(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
