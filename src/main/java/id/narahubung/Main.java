package id.narahubung;

import id.narahubung.data.CannotStart;
import id.narahubung.data.EmbeddedServer;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The command line: 'serve' (when nothing is said), 'migrate' or 'admin' with a verb of its own.
 * What the one who typed it can mend is said in a line on the error stream, without a stack trace.
 */
public final class Main {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  public static void main(String[] args) {
    int code = run(List.of(args), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      Config config = Config.fromEnvironment(System.getenv());
      String verb = args.isEmpty() ? "serve" : args.getFirst();
      return switch (verb) {
        case "serve" -> serve(config, out);
        case "migrate" -> migrate(config, out);
        case "admin" -> admin(config, args.subList(1, args.size()), out, err);
        default -> {
          err.println("Unknown command '" + verb + "': serve, migrate or admin.");
          yield WRONG_USE;
        }
      };
    } catch (Config.Faulty e) {
      e.faults().forEach(err::println);
      return WRONG_USE;
    } catch (CannotStart | Portal.CannotServe e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  /** Serves until the process is told to end; then everything is closed in order. */
  private static int serve(Config config, PrintStream out) {
    SecureRandom random = new SecureRandom();
    Optional<EmbeddedServer> embedded =
        config.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedServer.start(config.data(), random));
    CountDownLatch started = new CountDownLatch(1);
    try {
      Config connected =
          embedded
              .map(EmbeddedServer::logins)
              .map(logins -> config.connected(logins.serving(), logins.owner()))
              .orElse(config);
      Portal portal = Portal.start(connected, InstantSource.system());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(portal, embedded), "close"));
      out.println(portal.address());
      return 0;
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedServer::close);
      throw e;
    }
  }
}
