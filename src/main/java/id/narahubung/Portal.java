package id.narahubung;

import static id.narahubung.text.Words.WIB;

import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.AccountPages;
import id.narahubung.accounts.AccountRoutes;
import id.narahubung.accounts.ChangePassword;
import id.narahubung.accounts.ConfirmPassword;
import id.narahubung.accounts.KeptFormStore;
import id.narahubung.accounts.KeptForms;
import id.narahubung.accounts.LinkPages;
import id.narahubung.accounts.LoanPages;
import id.narahubung.accounts.LoanRoutes;
import id.narahubung.accounts.LoanStore;
import id.narahubung.accounts.OneTimeLinkStore;
import id.narahubung.accounts.Passwords;
import id.narahubung.accounts.PersonDesk;
import id.narahubung.accounts.PersonRoutes;
import id.narahubung.accounts.PersonStore;
import id.narahubung.accounts.SessionStore;
import id.narahubung.accounts.Sessions;
import id.narahubung.accounts.SignIn;
import id.narahubung.accounts.SignInFailureStore;
import id.narahubung.accounts.SignInPages;
import id.narahubung.accounts.SignInRoutes;
import id.narahubung.accounts.TellLoans;
import id.narahubung.accounts.UseLink;
import id.narahubung.administration.AdministrationPages;
import id.narahubung.administration.AdministrationRoutes;
import id.narahubung.commitments.CommitmentDesk;
import id.narahubung.commitments.CommitmentRoutes;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.companies.CompanyPages;
import id.narahubung.companies.CompanyRoutes;
import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.companies.SetReleaseRule;
import id.narahubung.data.Database;
import id.narahubung.data.Login;
import id.narahubung.data.LoginStore;
import id.narahubung.data.Schema;
import id.narahubung.data.SchemaStore;
import id.narahubung.decisions.DecisionDesk;
import id.narahubung.decisions.DecisionRoutes;
import id.narahubung.demo.Demonstration;
import id.narahubung.evidence.AddEvidence;
import id.narahubung.evidence.EvidencePages;
import id.narahubung.evidence.EvidenceRoutes;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.evidence.FilePages;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.HandOutEvidence;
import id.narahubung.evidence.RemoveEvidence;
import id.narahubung.figures.CountHalfYears;
import id.narahubung.figures.FigureRoutes;
import id.narahubung.figures.Figures;
import id.narahubung.help.Help;
import id.narahubung.help.HelpRoutes;
import id.narahubung.jobs.Heartbeat;
import id.narahubung.jobs.Job;
import id.narahubung.jobs.JobMeters;
import id.narahubung.jobs.JobPages;
import id.narahubung.jobs.JobRoutes;
import id.narahubung.jobs.JobStore;
import id.narahubung.jobs.Jobs;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.letters.LetterDesk;
import id.narahubung.letters.LetterRoutes;
import id.narahubung.mail.MailMeters;
import id.narahubung.mail.MailPages;
import id.narahubung.mail.MailRoutes;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.Postman;
import id.narahubung.mail.SendAgain;
import id.narahubung.mail.SendMail;
import id.narahubung.mail.SendParkedAgain;
import id.narahubung.meetings.MeetingCounters;
import id.narahubung.meetings.MeetingPages;
import id.narahubung.meetings.MeetingRoutes;
import id.narahubung.meetings.MeetingStore;
import id.narahubung.meetings.MendMinutes;
import id.narahubung.meetings.MinutesPages;
import id.narahubung.meetings.SignMinutes;
import id.narahubung.meetings.WriteMinutes;
import id.narahubung.metrics.MetricsServer;
import id.narahubung.notices.BundleNotices;
import id.narahubung.notices.ClockNotices;
import id.narahubung.notices.Letters;
import id.narahubung.notices.NoticePages;
import id.narahubung.notices.NoticeRoutes;
import id.narahubung.notices.NoticeStore;
import id.narahubung.notices.UnsubscribePages;
import id.narahubung.papers.PaperDesk;
import id.narahubung.papers.PaperRoutes;
import id.narahubung.platforms.ChangeOrganisation;
import id.narahubung.platforms.ChangePlatform;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.OrganisationPages;
import id.narahubung.platforms.PlatformPages;
import id.narahubung.platforms.PlatformRoutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.DrawRechecks;
import id.narahubung.requests.NoticeOutages;
import id.narahubung.requests.OutageRoutes;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.RequestRoutes;
import id.narahubung.requests.StandingCheck;
import id.narahubung.roster.PassOnDuty;
import id.narahubung.roster.RosterDesk;
import id.narahubung.roster.RosterPages;
import id.narahubung.roster.RosterRoutes;
import id.narahubung.roster.RosterStore;
import id.narahubung.rules.PastedRowPages;
import id.narahubung.rules.RowPages;
import id.narahubung.rules.RuleDesk;
import id.narahubung.rules.RulePages;
import id.narahubung.rules.RuleRoutes;
import id.narahubung.search.SearchPages;
import id.narahubung.search.SearchRoutes;
import id.narahubung.status.LightWording;
import id.narahubung.status.StatusDesk;
import id.narahubung.status.StatusRoutes;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.verification.VerificationDesk;
import id.narahubung.verification.VerificationRoutes;
import id.narahubung.views.ViewPages;
import id.narahubung.views.ViewRoutes;
import id.narahubung.views.ViewStore;
import id.narahubung.web.Flash;
import id.narahubung.web.Layouts;
import id.narahubung.web.Pages;
import id.narahubung.web.Server;
import id.narahubung.web.SessionCookie;
import id.narahubung.web.StaticFiles;
import id.narahubung.web.TrustedProxies;
import io.javalin.config.RoutesConfig;
import io.javalin.event.HandlerMetaInfo;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running portal: the only place that makes the things that live as long as it does. */
public final class Portal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Config config;
  private final Database db;
  private final Server server;
  private final Jobs jobs;
  private final Heartbeat heartbeat;
  private final Optional<MetricsServer> metrics;
  private final Optional<Demonstration.Told> demonstration;
  private final List<HandlerMetaInfo> routes;

  private Portal(
      Config config,
      Database db,
      Server server,
      Jobs jobs,
      Heartbeat heartbeat,
      Optional<MetricsServer> metrics,
      Optional<Demonstration.Told> demonstration,
      List<HandlerMetaInfo> routes) {
    this.config = config;
    this.db = db;
    this.server = server;
    this.jobs = jobs;
    this.heartbeat = heartbeat;
    this.metrics = metrics;
    this.demonstration = demonstration;
    this.routes = List.copyOf(routes);
  }

  /**
   * Connects, brings the schema up to date where it may, and serves. Port 0 takes any free one.
   * Throws {@link CannotServe} when the database does not answer, or its schema is too old.
   */
  public static Portal start(Config config, InstantSource clock) {
    Config settled = config.port() == 0 ? config.on(freePort()) : config;
    settled.owner().ifPresent(owner -> migrate(settled));
    Database db = open(settled, clock);
    try {
      Optional<Demonstration.Told> told = demonstrate(settled, clock, db);
      check(settled, clock, db, told.isPresent()).forEach(LOG::warn);
      return new Wiring(settled, clock, db).start(told);
    } catch (RuntimeException e) {
      db.close();
      throw e;
    }
  }

  /** Brings the schema up to date and says how many migrations that took. */
  static int migrate(Config config) {
    Login owner =
        config
            .owner()
            .orElseThrow(() -> new CannotServe("MIGRATE_USER: is missing (who owns the schema)"));
    try {
      return Schema.migrate(owner);
    } catch (RuntimeException e) {
      throw CannotServe.notMigrated(owner, e);
    }
  }

  /** The console, connected like the portal itself. */
  static Console console(
      Config config, InstantSource clock, Console.Words words, PrintStream out, PrintStream err) {
    Database db = open(config, clock);
    return new Console(db, new SecureRandom(), words, config.publicUrl(), out, err);
  }

  /** The weekly status at the console; gives the exit code. */
  static int status(
      Config config,
      InstantSource clock,
      Console.Words words,
      List<String> args,
      PrintStream out,
      PrintStream err) {
    SecureRandom random = new SecureRandom();
    try (Database db = open(config, clock)) {
      StatusDesk desk =
          Wiring.status(
              config,
              db,
              new RequestDesk(new Ledger()),
              new Ledger(),
              words.messages(),
              () -> new UUID(random.nextLong(), random.nextLong()));
      return new StatusConsole(desk, clock.instant(), words, out, err).run(args);
    }
  }

  private static Database open(Config config, InstantSource clock) {
    Login serving =
        config.database().orElseThrow(() -> new CannotServe("DATABASE_URL: is missing"));
    Database db = Database.open(serving, config.pool(), clock);
    try {
      if (!db.as(SystemViewer.HEALTH, tx -> new SchemaStore().isCurrent(tx))) {
        throw CannotServe.notCurrent(serving);
      }
      // The roles that the start would not meet otherwise.
      db.run(SystemViewer.AUDIT, tx -> {});
      db.run(SystemViewer.MAIL, tx -> {});
      return db;
    } catch (RuntimeException e) {
      db.close();
      throw e instanceof CannotServe known ? known : CannotServe.because(serving, e);
    }
  }

  private static List<String> check(
      Config config, InstantSource clock, Database db, boolean demonstration) {
    LoginStore.Told server = db.as(SystemViewer.HEALTH, new LoginStore()::fetch);
    return SelfCheck.of(config, server, clock.instant(), demonstration);
  }

  /** Loads the demonstration where it belongs, and finds out whether it is there. */
  private static Optional<Demonstration.Told> demonstrate(
      Config config, InstantSource clock, Database db) {
    Login serving = config.database().orElseThrow();
    Demonstration demonstration =
        new Demonstration(db, serving, clock, new SecureRandom(), config.data(), config.isOpen());
    return switch (demonstration.state()) {
      case EMPTY -> config.demonstration() ? Optional.of(demonstration.load()) : Optional.empty();
      case LOADED -> Optional.of(demonstration.reopen());
      case ANOTHERS -> Optional.empty();
      case PARTLY -> throw CannotServe.halfLoaded(serving);
    };
  }

  /** Where it listens on this machine. */
  public URI address() {
    return URI.create("http://localhost:" + server.port());
  }

  public Config config() {
    return config;
  }

  /** What to tell of the demonstration, where it is loaded. */
  Optional<Demonstration.Told> demonstration() {
    return demonstration;
  }

  public Database database() {
    return db;
  }

  /** Every route with its permissions, for the golden list. */
  public List<HandlerMetaInfo> routes() {
    return routes;
  }

  /** Where a monitor asks, where one may. */
  public Optional<Integer> metricsPort() {
    return metrics.map(MetricsServer::port);
  }

  @Override
  public void close() {
    server.close();
    metrics.ifPresent(MetricsServer::close);
    jobs.close();
    heartbeat.close();
    db.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the parts together. A feature is added by its stores, commands and one line in routes. */
  private static final class Wiring {

    private final Config config;
    private final InstantSource clock;
    private final Database db;

    private final SecureRandom random = new SecureRandom();
    private final Messages messages = new Messages();
    private final Ledger ledger = new Ledger();
    private final RequestDesk desk = new RequestDesk(ledger);
    private final LetterDesk letters = new LetterDesk(desk, ledger);
    private final CommitmentDesk commitments = new CommitmentDesk(desk.rules(), ledger);
    private final StatusDesk status;
    private final StaticFiles files = new StaticFiles();
    private final Help help = new Help();
    private final PrometheusMeterRegistry prometheus =
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MeterRegistry meters;
    private final SessionCookie cookie;
    private final Pages pages;

    private final NoticeStore notices = new NoticeStore();
    private final MailStore mails = new MailStore();
    private final PersonStore persons = new PersonStore();
    private final SessionStore sessionStore = new SessionStore();
    private final Passwords passwords = new Passwords(random);
    private final Sessions sessions = new Sessions(sessionStore, random);
    private final KeptForms kept = new KeptForms(new KeptFormStore());
    private final SignIn signIn =
        new SignIn(
            persons, new SignInFailureStore(), sessions, kept, passwords, ledger, this::nextAct);
    private final UseLink useLink =
        new UseLink(persons, new OneTimeLinkStore(), sessionStore, passwords, signIn, ledger);
    private final ChangePassword changePassword =
        new ChangePassword(persons, sessionStore, passwords, ledger);

    Wiring(Config config, InstantSource clock, Database db) {
      this.config = config;
      this.clock = clock;
      this.db = db;
      // Where nobody asks, nothing is counted.
      this.meters = config.monitor().isPresent() ? prometheus : new CompositeMeterRegistry();
      this.status = status(config, db, desk, ledger, messages, this::nextAct);
      this.cookie = new SessionCookie(config.publicUrl());
      this.pages =
          new Pages(messages, new Layouts(new Flash(messages), files.path(), help, this::nextAct));
    }

    Portal start(Optional<Demonstration.Told> told) {
      db.measure(meters);
      List<HandlerMetaInfo> added = new ArrayList<>();
      Server server =
          Server.start(
              new Server.Settings(
                  config.host(),
                  config.port(),
                  config.publicUrl(),
                  new TrustedProxies(config.trustedProxies()),
                  files,
                  this::addRoutes,
                  added::add),
              new Server.Parts(
                  db, sessions, kept, cookie, messages, pages, new SchemaStore(), random, meters));
      try {
        return new Portal(
            config, db, server, startJobs(), startHeartbeat(), startMetrics(), told, added);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    }

    private static StatusDesk status(
        Config config,
        Database db,
        RequestDesk desk,
        Ledger ledger,
        Messages messages,
        Supplier<UUID> acts) {
      return new StatusDesk(
          db,
          desk.rules(),
          ledger,
          new StatusDesk.Sending(
              messages,
              config.publicUrl(),
              config.mail().domain(),
              config.mail().server().isPresent(),
              config.mail().replyTo().isPresent(),
              config.status()),
          acts);
    }

    private CountHalfYears halfYears() {
      return new CountHalfYears(db, new Figures(), desk.rules(), ledger, this::nextAct);
    }

    private ClockNotices clockNotices() {
      return new ClockNotices(db, notices);
    }

    private BundleNotices bundles() {
      return new BundleNotices(
          db,
          notices,
          mails,
          new Letters(messages, config.publicUrl()),
          this::nextAct,
          config.mail().domain(),
          config.mail().server().isPresent());
    }

    /** Without a server nothing is sent; what is kept can be read. */
    private Runnable sending() {
      String sender = messages.say(Language.ID, "layout.name");
      return config
          .mail()
          .server()
          .map(server -> new Postman(server, config.mail(), config.publicUrl(), sender))
          .<Runnable>map(postman -> new SendMail(db, mails, postman, clock)::run)
          .orElse(() -> {});
    }

    /** What takes long at night, when nobody waits for the machine. */
    private Jobs startJobs() {
      StandingCheck check = desk.check(db, this::nextAct);
      TellLoans loans = new TellLoans(db, new LoanStore(), ledger, this::nextAct);
      DrawRechecks samples = desk.drawRechecks(db, this::nextAct);
      PassOnDuty passOn = new PassOnDuty(db, new RosterStore());
      Jobs started =
          Jobs.start(
              config.database().orElseThrow(),
              nextAct().toString(),
              List.of(
                  Job.daily(
                      "standing-check",
                      LocalTime.of(2, 0),
                      WIB,
                      () -> found(check.run().isGood(), "standings differ")),
                  Job.daily(
                      "status-seals",
                      LocalTime.of(3, 0),
                      WIB,
                      () -> found(status.seals().run().isGood(), "seals differ")),
                  Job.every("role-loans", Duration.ofMinutes(1), loans::run),
                  Job.daily(
                      "response-times", LocalTime.of(4, 0), WIB, commitments.measure(db)::run),
                  Job.daily("recheck-samples", LocalTime.of(5, 0), WIB, samples::run),
                  Job.every("clock-notices", Duration.ofMinutes(1), clockNotices()::run),
                  Job.every("pass-on-duty", Duration.ofMinutes(1), passOn::run),
                  Job.every("weekly-status", Duration.ofMinutes(1), status::run),
                  Job.every("half-years", Duration.ofMinutes(10), halfYears()::run),
                  Job.every("mail-bundles", LOOK_EVERY, bundles()::run),
                  Job.every("mail-sending", LOOK_EVERY, sending())),
              clock,
              LOOK_EVERY);
      started.measure(meters);
      return started;
    }

    /** A check that found something counts as failed, on the page of jobs and for a monitor. */
    private static void found(boolean good, String otherwise) {
      if (!good) {
        throw new IllegalStateException(otherwise);
      }
    }

    private Optional<MetricsServer> startMetrics() {
      return config
          .monitor()
          .map(
              at ->
                  MetricsServer.start(
                      at.host(),
                      at.port(),
                      prometheus,
                      List.of(
                          new JobMeters(db, new JobStore(), prometheus),
                          new MailMeters(db, mails, prometheus))));
    }

    /** Once it serves: an instance that does not is no sign of life. */
    private Heartbeat startHeartbeat() {
      UUID instance = nextAct();
      NoticeOutages notice = desk.noticeOutages(this::nextAct);
      return Heartbeat.start(
          () -> db.run(SystemViewer.HEALTH, tx -> notice.run(tx, instance)), NoticeOutages.EVERY);
    }

    private EvidencePages evidence() {
      EvidenceStore evidence = new EvidenceStore();
      FileStore stored = new FileStore();
      return new EvidencePages(
          db,
          pages,
          new Once(db, ledger),
          evidence,
          new FilePages(db, stored),
          new AddEvidence(evidence, stored, ledger),
          new RemoveEvidence(evidence, ledger),
          new HandOutEvidence(evidence, ledger));
    }

    private void addRoutes(RoutesConfig routes) {
      SignInRoutes.add(
          routes,
          new SignInPages(db, signIn, sessions, persons, kept, cookie, pages, clock),
          new LinkPages(db, useLink, cookie, pages));
      AccountRoutes.add(
          routes,
          new AccountPages(
              db,
              new Once(db, ledger),
              persons,
              sessionStore,
              new LoanStore(),
              changePassword,
              cookie,
              pages));
      DecisionDesk decisions = new DecisionDesk(desk, commitments.commitments(), ledger);
      VerificationDesk verifications =
          new VerificationDesk(desk, commitments, ledger, this::nextAct);
      RequestRoutes.add(
          routes,
          desk.pages(
              db,
              pages,
              clock,
              letters.box(),
              commitments
                  .counters()
                  .and(decisions.counters())
                  .and(verifications.counters())
                  .and(new MeetingCounters(new MeetingStore()))));
      OutageRoutes.add(routes, desk.outages(db, pages));
      LetterRoutes.add(routes, letters.pages(db, pages));
      CommitmentRoutes.add(routes, commitments.pages(db, pages, verifications::counted));
      DecisionRoutes.add(
          routes,
          decisions.pages(
              db, pages, new ConfirmPassword(db, persons, new SignInFailureStore(), passwords)));
      VerificationRoutes.add(routes, verifications.pages(db, pages, clock));
      addMeetings(routes);
      ReleaseRuleStore releaseRules = new ReleaseRuleStore();
      CompanyRoutes.add(
          routes,
          new CompanyPages(
              db,
              pages,
              new Once(db, ledger),
              releaseRules,
              new SetReleaseRule(releaseRules, ledger)));
      AdministrationRoutes.add(routes, new AdministrationPages(pages));
      addPlatforms(routes);
      PersonDesk people = new PersonDesk(ledger, random, config.publicUrl());
      PersonRoutes.add(routes, db, pages, new Once(db, ledger), people);
      LoanRoutes.add(
          routes,
          new LoanPages(db, pages, new Once(db, ledger), persons, people.lend(), people.endLoan()));
      EvidenceRoutes.add(routes, evidence());
      PaperRoutes.add(
          routes,
          PaperDesk.of(
              new PaperDesk.Ground(
                  db, messages, desk, decisions, ledger, config.publicUrl(), random)),
          db,
          pages);
      RosterRoutes.add(
          routes, new RosterPages(db, pages, new Once(db, ledger), new RosterDesk(ledger)));
      FigureRoutes.add(routes, db, pages, desk.rules(), ledger, LightWording::rules);
      SearchRoutes.add(routes, new SearchPages(db, pages));
      RuleDesk rules = new RuleDesk(desk.rules(), ledger);
      RowPages rows = new RowPages(db, pages, new Once(db, ledger), rules, clock);
      RuleRoutes.add(
          routes,
          new RulePages(db, pages, new Once(db, ledger), rules, clock),
          rows,
          new PastedRowPages(pages, new Once(db, ledger), rules, rows));
      HelpRoutes.add(routes, help.pages(pages));
      ViewRoutes.add(routes, new ViewPages(db, pages, new ViewStore()));
      MailRoutes.add(
          routes,
          new MailPages(
              db,
              pages,
              new Once(db, ledger),
              mails,
              new SendAgain(mails, ledger),
              new SendParkedAgain(mails, ledger),
              config.mail().server().isPresent()));
      JobRoutes.add(routes, new JobPages(db, pages, new JobStore(), mails));
      StatusRoutes.add(
          routes,
          status.pages(pages),
          status.mails(pages),
          status.remarks(pages),
          status.recipients(pages));
      NoticeRoutes.add(
          routes,
          new NoticePages(db, pages, notices),
          new UnsubscribePages(db, pages, notices, mails));
    }

    private void addMeetings(RoutesConfig routes) {
      Once once = new Once(db, ledger);
      MeetingStore meetings = new MeetingStore();
      PlatformStore platforms = new PlatformStore();
      MeetingRoutes.add(
          routes,
          new MeetingPages(
              db,
              pages,
              once,
              meetings,
              platforms,
              new SignMinutes(meetings, ledger),
              new WhatWasMade(commitments.commitments())),
          new MinutesPages(
              db,
              pages,
              once,
              meetings,
              platforms,
              new WriteMinutes(platforms, meetings, ledger),
              new MendMinutes(meetings, ledger)));
    }

    private void addPlatforms(RoutesConfig routes) {
      Once once = new Once(db, ledger);
      PlatformStore platforms = new PlatformStore();
      MakePlatform make = new MakePlatform(platforms, ledger);
      PlatformRoutes.add(
          routes,
          new OrganisationPages(
              db,
              pages,
              once,
              platforms,
              new MakeOrganisation(platforms, ledger),
              new ChangeOrganisation(platforms, ledger)),
          new PlatformPages(
              db, pages, once, platforms, make, new ChangePlatform(platforms, make, ledger)));
    }

    private UUID nextAct() {
      return new UUID(random.nextLong(), random.nextLong());
    }
  }
}
