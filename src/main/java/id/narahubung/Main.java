package id.narahubung;

import id.narahubung.data.CannotStart;
import id.narahubung.data.EmbeddedServer;
import id.narahubung.data.Logins;
import id.narahubung.demo.Demonstration;
import id.narahubung.text.Messages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The command line: 'serve' (when nothing is said), 'migrate', 'status', or 'admin' with a verb of
 * its own. What can be mended by the one who typed it is said in a line, without a stack trace.
 */
public final class Main {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  public static void main(String[] args) {
    // The console of a server often has no locale; our words are UTF-8 all the same.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.exit(run(List.of(args), System.getenv(), out, err));
  }

  static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    String verb = args.isEmpty() ? "serve" : args.getFirst();
    try {
      Config config = Config.fromEnvironment(environment);
      switch (verb) {
        case "serve" -> serve(config, environment, out);
        case "migrate" -> out.println("migrations: " + Portal.migrate(connected(config)));
        case "admin" -> {
          return admin(config, environment, args.subList(1, args.size()), out, err);
        }
        case "status" -> {
          Console.Words words = Console.Words.of(new Messages(), environment);
          return Portal.status(
              connected(config),
              InstantSource.system(),
              words,
              args.subList(1, args.size()),
              out,
              err);
        }
        default -> {
          err.println("unknown command '" + verb + "': serve, migrate, admin or status");
          return WRONG_USE;
        }
      }
      return 0;
    } catch (Config.Faulty e) {
      e.faults().forEach(err::println);
      return WRONG_USE;
    } catch (CannotStart | CannotServe e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  /** Serves until the process is told to end; then everything is closed, in order. */
  private static void serve(Config config, Map<String, String> environment, PrintStream out) {
    Optional<EmbeddedServer> embedded =
        config.database().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedServer.start(config.data(), new SecureRandom()));
    AtomicReference<Portal> serving = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    // Before the long part: whoever interrupts the first start leaves no server behind.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Optional.ofNullable(serving.get()).ifPresent(Portal::close);
                  } finally {
                    embedded.ifPresent(EmbeddedServer::close);
                    ended.countDown();
                  }
                },
                "close"));
    try {
      Config connected = embedded.map(EmbeddedServer::logins).map(config::connected).orElse(config);
      Portal portal = Portal.start(connected, InstantSource.system());
      serving.set(portal);
      out.println(portal.config().publicUrl());
      Console.Words words = Console.Words.of(new Messages(), environment);
      portal.demonstration().ifPresent(told -> tell(told, words, out));
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A line for each account to try; the role in the console's language. */
  private static void tell(Demonstration.Told told, Console.Words words, PrintStream out) {
    if (!told.accounts().isEmpty()) {
      out.println(words.say("demonstration.accounts"));
    }
    for (Demonstration.DemoAccount account : told.accounts()) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-20s %-30s %s",
              words.say("role." + account.role().code()),
              account.email(),
              account.password()));
    }
    told.passwords()
        .ifPresent(file -> out.println(words.say("demonstration.passwords", file.toString())));
  }

  private static int admin(
      Config config,
      Map<String, String> environment,
      List<String> args,
      PrintStream out,
      PrintStream err) {
    Messages messages = new Messages();
    Console.Words words = Console.Words.of(messages, environment);
    if (args.isEmpty() || args.getFirst().equals("help")) {
      out.println(words.say("console.usage"));
      return args.isEmpty() ? WRONG_USE : 0;
    }
    return Portal.console(connected(config), InstantSource.system(), words, out, err).run(args);
  }

  /** Beside a portal that runs on the embedded server: the same server, found by its folder. */
  private static Config connected(Config config) {
    if (config.database().isPresent()) {
      return config;
    }
    Logins logins =
        EmbeddedServer.running(config.data())
            .orElseThrow(
                () ->
                    new CannotServe(
                        "no portal runs on %s: start bin/run first, or set DATABASE_URL"
                            .formatted(config.data())));
    return config.connected(logins);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
