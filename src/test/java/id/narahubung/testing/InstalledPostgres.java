package id.narahubung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A throw-away cluster of a PostgreSQL that this machine's packages installed, on loopback and a
 * free port. The distribution's own cluster is left alone.
 */
public final class InstalledPostgres implements AutoCloseable {

  private final Path bin;
  private final Path folder;
  private final int port;

  private InstalledPostgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** The program folders of the versions we serve (15 to 18), as Debian lays them out. */
  public static List<Path> installed() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(versions, "1[5678]")) {
      for (Path version : folders) {
        if (Files.isExecutable(version.resolve("bin/initdb"))) {
          found.add(version.resolve("bin"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  public static InstalledPostgres start(Path bin) {
    try {
      Path folder = Files.createTempDirectory("postgres-");
      int port = freePort();
      InstalledPostgres server = new InstalledPostgres(bin, folder, port);
      server.run(
          "initdb",
          "--auth=trust",
          "--username=postgres",
          "--encoding=UTF8",
          "--no-locale",
          "--no-sync",
          "--pgdata=" + server.data());
      String options =
          "-F -p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=Pacific/Chatham"
              .formatted(port);
      server.run("pg_ctl", "start", "-w", "-D", server.data(), "-o", options, "-l", server.log());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestServer server() {
    return TestServer.on(port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String log() {
    return folder.resolve("log").toString();
  }

  /** PostgreSQL refuses to run as root; in a user namespace without a mapping root is nobody. */
  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    Path output = folder.resolve(program + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
