package id.narahubung.web;

import id.narahubung.access.Refusal;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.Sessions;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.SchemaStore;
import id.narahubung.text.Messages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.event.HandlerMetaInfo;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: what holds for every request, whatever the route. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final long MOST_BYTES = 8_000_000;
  private static final int STOP_AFTER_MILLIS = 5_000;
  private final Javalin javalin;

  private Server(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Where and how to serve.
   *
   * @param features adds the routes of every feature
   * @param onRoute hears of each route as it is added
   */
  public record Settings(
      String host,
      int port,
      URI publicUrl,
      TrustedProxies proxies,
      StaticFiles files,
      Consumer<RoutesConfig> features,
      Consumer<HandlerMetaInfo> onRoute) {}

  /** What the checks before every handler, and the pages of none, are made of. */
  public record Parts(
      Database db,
      Sessions sessions,
      KeptForms kept,
      SessionCookie cookie,
      Messages messages,
      Pages pages,
      SchemaStore schema,
      RandomGenerator random,
      MeterRegistry meters) {}

  /** Starts to listen; returns when requests are answered. */
  public static Server start(Settings settings, Parts parts) {
    Javalin javalin = Javalin.create(config -> configure(config, settings, parts));
    return new Server(javalin.start(settings.host(), settings.port()));
  }

  public int port() {
    return javalin.port();
  }

  /** Stops: lets nobody in; requests in flight get their answers, but those that take too long. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      LOG.warn("stopped with requests that had no answer after {} ms", STOP_AFTER_MILLIS);
    }
  }

  private static void configure(JavalinConfig config, Settings settings, Parts parts) {
    Access access =
        new Access(parts.db(), parts.sessions(), parts.kept(), parts.cookie(), parts.messages());
    Refusals refusals = new Refusals(parts.pages(), access);
    serve(config, settings, refusals);
    CrossSite crossSite = new CrossSite(settings.publicUrl());
    boolean https = "https".equals(settings.publicUrl().getScheme());
    config.events.handlerAdded(settings.onRoute());
    config.requestLogger.http(new RequestMeters(parts.meters())::count);
    config.routes.before(new RequestId(settings.proxies(), parts.random())::give);
    config.routes.before(ctx -> addHeaders(ctx, https));
    config.routes.before(crossSite::check);
    config.routes.before(access::recognise);
    config.routes.beforeMatched(access::check);
    config.routes.exception(SignInNeeded.class, refusals::signIn);
    config.routes.exception(Refusal.class, refusals::refuse);
    config.routes.exception(ConstraintBroken.class, refusals::refuse);
    config.routes.exception(HttpResponseException.class, refusals::refuse);
    config.routes.exception(Exception.class, refusals::fault);
    HealthRoutes.add(config.routes, new HealthPages(parts.db(), parts.schema()));
    KeptFormRoutes.add(
        config.routes, new KeptFormPages(parts.db(), parts.kept(), parts.cookie(), parts.pages()));
    settings.features().accept(config.routes);
  }

  private static void serve(JavalinConfig config, Settings settings, Refusals refusals) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MOST_BYTES;
    config.jetty.multipartConfig.maxFileSize(Upload.MOST_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(Upload.MOST_MEGABYTES + 1, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(
        http -> {
          // Javalin's default lets addresses through that proxies read in another way.
          http.setUriCompliance(UriCompliance.DEFAULT);
          http.setSendServerVersion(false);
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new BareErrors(refusals));
          server.setStopTimeout(STOP_AFTER_MILLIS);
        });
    config.jetty.modifyServletContextHandler(Server::answerHeadAsGet);
    config.contextResolver.ip = settings.proxies()::sourceOf;
    settings.files().addTo(config.staticFiles);
  }

  private static void addHeaders(Context ctx, boolean https) {
    SecurityHeaders.each(ctx::header);
    if (https) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void answerHeadAsGet(ServletContextHandler context) {
    FilterHolder filter = new FilterHolder(new HeadAsGet());
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
  }
}
