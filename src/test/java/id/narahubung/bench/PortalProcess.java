package id.narahubung.bench;

import id.narahubung.data.Login;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The portal in a process of its own, as it is run: so its time and memory are told apart. */
final class PortalProcess implements AutoCloseable {

  private final Process process;
  private final URI address;
  private final double startMillis;

  private PortalProcess(Process process, URI address, double startMillis) {
    this.process = process;
    this.address = address;
    this.startMillis = startMillis;
  }

  static PortalProcess start(Login serving, Path log) throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-Xlog:disable",
            "-cp",
            System.getProperty("java.class.path"),
            "id.narahubung.Main",
            "serve");
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("DATABASE_URL", serving.url());
    builder.environment().put("DATABASE_USER", serving.user());
    builder.environment().put("DATABASE_PASSWORD", serving.password());
    File output = log.toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
    long begun = System.nanoTime();
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the portal"));
    URI address = URI.create("http://localhost:" + port);
    while (!answers(address)) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the portal did not start: " + Files.readString(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return new PortalProcess(process, address, (System.nanoTime() - begun) / 1e6);
  }

  private static boolean answers(URI address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.resolve("/sign-in").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** From the start of the process to its first page. */
  double startMillis() {
    return startMillis;
  }

  /** Memory of the process that is in use, in MB; 0 where the system does not tell. */
  long residentMegabytes() {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + pid() + "/status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** What of the heap is still held after a collection, in MB. */
  long livingMegabytes() {
    jcmd("GC.run");
    // 'garbage-first heap   total reserved 6172672K, committed 120832K, used 23456K'
    return jcmd("GC.heap_info")
        .lines()
        .filter(line -> line.contains("heap") && line.contains("used "))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)[KM].*", "$1")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private String jcmd(String command) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
