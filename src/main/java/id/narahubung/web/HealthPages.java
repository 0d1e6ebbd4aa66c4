package id.narahubung.web;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.SchemaStore;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells a monitor whether the portal can work. */
final class HealthPages {

  /** A monitor waits for no pool: what takes longer is down. */
  private static final int PATIENCE_SECONDS = 2;

  private final Database db;
  private final SchemaStore schema;

  HealthPages(Database db, SchemaStore schema) {
    this.db = db;
    this.schema = schema;
  }

  void show(Context ctx) {
    boolean up = isUp();
    ctx.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType("application/json")
        .result(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
  }

  private boolean isUp() {
    FutureTask<Boolean> asked =
        new FutureTask<>(() -> db.as(SystemViewer.HEALTH, tx -> schema.isCurrent(tx)));
    Thread.ofVirtual().name("health").start(asked);
    try {
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
