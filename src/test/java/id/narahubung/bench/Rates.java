package id.narahubung.bench;

import id.narahubung.bench.Recorder.Sent;
import id.narahubung.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Requests a second and what each costs, beside the page's own SQL with as many clients. */
final class Rates {

  private static final List<Integer> CLIENTS = List.of(1, 8, 32);
  private static final int SAMPLE = 40;

  /** The portal is warm when a page costs hardly less than it did a while ago. */
  private static final double WARM = 0.97;

  /** Times as long as each measurement: how long a while is, and how many of them at most. */
  private static final int WHILE = 4;

  private static final int MOST_WHILES = 12;

  private final Bench.Stage stage;
  private final Report report;
  private final Duration length;

  Rates(Bench.Stage stage, Report report, int seconds) {
    this.stage = stage;
    this.report = report;
    this.length = Duration.ofSeconds(seconds);
  }

  void measure(Lists.Reader officer, Lists.Reader responder) throws SQLException {
    report.head(
        "pages a second, signed in",
        "pages/s",
        "SQL alone/s",
        "ratio",
        "CPU ms",
        "portal + PG",
        "PG alone",
        "memory MB");
    measure("queue of the company", responder, List.of("/"));
    measure("queue of the ministry, to check", officer, List.of("/?show=check"));
    measure("list of requests", officer, List.of("/requests"));
    measure(
        "a request of " + stage.ground().one("select max(item_count) from request where id < 100"),
        officer,
        stage
            .ground()
            .rows(
                "select '/requests/' || number from request where number is not null"
                    + " order by id desc limit "
                    + SAMPLE));
    String some = new ListPages(stage.ground()).some();
    measure("search, hundreds of hits", officer, List.of(ListPages.search(some)));
  }

  private void measure(String name, Lists.Reader reader, List<String> paths) throws SQLException {
    List<List<Sent>> sql = new ArrayList<>();
    for (String path : paths) {
      sql.add(stage.recorder().page(reader.recorded(), path));
    }
    warm(reader.measured(), paths);
    for (int clients : CLIENTS) {
      Rate alone = alone(clients, sql);
      Rate pages = pages(clients, reader.measured(), paths);
      report.line(
          name + ", " + clients + (clients == 1 ? " client" : " clients"),
          String.format(Locale.ROOT, "%.0f", pages.aSecond()),
          String.format(Locale.ROOT, "%.0f", alone.aSecond()),
          Report.ratio(pages.aSecond(), alone.aSecond()),
          String.format(Locale.ROOT, "%.2f", pages.portal() + pages.postgres()),
          String.format(Locale.ROOT, "%.2f + %.2f", pages.portal(), pages.postgres()),
          String.format(Locale.ROOT, "%.2f", alone.postgres()),
          Long.toString(stage.portal().residentMegabytes()));
    }
  }

  /** Until the portal's compiler has seen enough of it: what it compiles costs time, too. */
  private void warm(Http visitor, List<String> paths) {
    double before = Double.MAX_VALUE;
    for (int n = 0; n < MOST_WHILES; n++) {
      double begun = CpuTime.of(stage.portal().pid());
      long done =
          reading(
              CLIENTS.get(1),
              visitor,
              paths,
              turn -> run(CLIENTS.get(1), turn, length.multipliedBy(WHILE)));
      double each = (CpuTime.of(stage.portal().pid()) - begun) / done;
      if (each > before * WARM) {
        return;
      }
      before = each;
    }
  }

  /** How many a second, and what one costs in milliseconds of processor time. */
  private record Rate(double aSecond, double portal, double postgres) {}

  /** One client's turn: the how-manieth of which client. */
  private interface Turn {
    void take(int client, int turn) throws Exception;
  }

  private Rate pages(int clients, Http visitor, List<String> paths) {
    return reading(clients, visitor, paths, turn -> rate(clients, turn));
  }

  /** Each client has a connection of its own. */
  private static <T> T reading(
      int clients, Http visitor, List<String> paths, Function<Turn, T> measured) {
    List<PageReader> readers = new ArrayList<>();
    try {
      for (int n = 0; n < clients; n++) {
        readers.add(new PageReader(visitor.address(), visitor.cookies()));
      }
      T result =
          measured.apply(
              (client, turn) ->
                  readers.get(client).read(paths.get((client + turn * 7) % paths.size())));
      for (PageReader reader : readers) {
        reader.close();
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Rate alone(int clients, List<List<Sent>> sql) throws SQLException {
    List<Connection> connections = new ArrayList<>();
    try {
      for (int n = 0; n < clients; n++) {
        connections.add(stage.ground().serving());
      }
      return rate(
          clients,
          (client, turn) ->
              Lists.replay(
                  connections.get(client), sql.get((client + turn * clients) % sql.size())));
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  /** Half of the time to warm up, then by the clock. */
  private Rate rate(int clients, Turn turn) {
    run(clients, turn, length.dividedBy(2));
    double portal = CpuTime.of(stage.portal().pid());
    double postgres = CpuTime.withChildren(stage.ground().postmaster());
    long begun = System.nanoTime();
    long done = run(clients, turn, length);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Rate(
        done / seconds,
        (CpuTime.of(stage.portal().pid()) - portal) / done,
        (CpuTime.withChildren(stage.ground().postmaster()) - postgres) / done);
  }

  private static long run(int clients, Turn turn, Duration length) {
    long end = System.nanoTime() + length.toNanos();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int n = 0; n < clients; n++) {
        int client = n;
        running.add(
            all.submit(
                () -> {
                  int done = 0;
                  while (System.nanoTime() < end) {
                    turn.take(client, done);
                    done++;
                  }
                  return done;
                }));
      }
      long sum = 0;
      for (Future<Integer> each : running) {
        sum += each.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
