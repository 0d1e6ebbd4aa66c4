package id.narahubung.jobs;

import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.mail.MailStore;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the portal does by itself, and how that went. */
public final class JobPages {

  private final Database db;
  private final Pages pages;
  private final JobStore jobs;
  private final MailStore mails;

  public JobPages(Database db, Pages pages, JobStore jobs, MailStore mails) {
    this.db = db;
    this.pages = pages;
    this.jobs = jobs;
    this.mails = mails;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    pages.show(ctx, "jobs/list", db.as(reader.viewer(), tx -> page(tx, reader.words())));
  }

  private JobsPage page(Tx tx, Words words) {
    return new JobsPage(
        words.say("jobs.title"),
        mails
            .oldestWaiting(tx)
            .map(
                since ->
                    words.say(
                        "mail.about.waiting", words.duration(Duration.between(since, tx.now()))))
            .orElseGet(() -> words.say("mail.about.empty")),
        jobs.list(tx).stream().map(job -> row(words, job, tx.now())).toList());
  }

  private static JobsPage.Row row(Words words, JobStore.Row job, Instant now) {
    int failures = Objects.requireNonNullElse(job.failures(), 0);
    boolean failing = failures > 0;
    return new JobsPage.Row(
        job.name(),
        words.find("jobs." + job.name().replace('-', '_')).orElse(""),
        when(words, job.lastSuccess()),
        next(words, job, now),
        failing
            ? words.say("jobs.failing", failures, when(words, job.lastFailure()))
            : words.say("jobs.well"),
        failing);
  }

  private static String next(Words words, JobStore.Row job, Instant now) {
    if (job.isAbandoned(now)) {
      return words.say("jobs.abandoned");
    }
    return job.picked() ? words.say("jobs.running") : words.instant(job.nextAt());
  }

  private static String when(Words words, @Nullable Instant at) {
    return at == null ? words.say("jobs.never") : words.instant(at);
  }
}
