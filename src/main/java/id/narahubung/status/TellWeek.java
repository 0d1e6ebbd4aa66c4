package id.narahubung.status;

import id.narahubung.access.Busy;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.figures.Week;
import id.narahubung.mail.Letter;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.NewMail;
import id.narahubung.status.ReaderStore.Reader;
import id.narahubung.status.StatusLetters.Reach;
import id.narahubung.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a frozen week's mails into the outbox, one transaction a reader: each gets one, whoever else
 * does the same at the same moment, and where it was broken off the rest follow. What is drawn is
 * what was frozen, so a later run says the same.
 */
public final class TellWeek {

  private static final Logger LOG = LoggerFactory.getLogger(TellWeek.class);

  private static final Set<String> ONCE =
      Set.of("status_mail_person_once", "status_mail_recipient_once");

  /** Stands for each reader's own word that ends it while the mail is drawn. */
  private static final String TOKEN = "00000000-0000-0000-0000-000000000000";

  private final Database db;
  private final WeekReader weeks;
  private final ReaderStore readers;
  private final MailStore mails;
  private final StatusLetters letters;
  private final Supplier<UUID> ids;
  private final String domain;
  private final boolean send;

  /**
   * For an outbox.
   *
   * @param domain behind the @ of a Message-ID
   * @param send whether the mails are to be sent, or kept to be read
   */
  TellWeek(
      Database db,
      WeekReader weeks,
      ReaderStore readers,
      MailStore mails,
      StatusLetters letters,
      Supplier<UUID> ids,
      String domain,
      boolean send) {
    this.db = db;
    this.weeks = weeks;
    this.readers = readers;
    this.mails = mails;
    this.letters = letters;
    this.ids = ids;
    this.domain = domain;
    this.send = send;
  }

  /**
   * Those of every week that is frozen and not told, the oldest first; one that cannot be told must
   * not keep the later ones from their readers.
   */
  public void run() {
    @Nullable RuntimeException failed = null;
    for (Week week : db.as(SystemViewer.MAIL, readers::untold)) {
      try {
        one(week);
      } catch (Busy e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("{} is not told to all: {}", week.code(), e.toString());
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * Those of one week; gives how many mails it made. One that is told is over: who came since gets
   * no old weeks.
   */
  public int one(Week week) {
    if (db.as(SystemViewer.MAIL, tx -> readers.toldAt(tx, week)).isPresent()) {
      return 0;
    }
    StatusWeek told = db.as(SystemViewer.AUDIT, tx -> weeks.frozen(tx, week, OptionalLong.empty()));
    Drawn drawn = new Drawn(told);
    int made = 0;
    @Nullable RuntimeException failed = null;
    for (Reader reader : db.as(SystemViewer.MAIL, tx -> readers.missing(tx, week))) {
      if (!drawn.isFor(reader)) {
        continue;
      }
      try {
        made += mail(week, reader, drawn) ? 1 : 0;
      } catch (Busy e) {
        throw e;
      } catch (RuntimeException e) {
        // One for whom no mail can be made must not keep the others from theirs.
        LOG.error(
            "no status of {} could be made for {}: {}", week.code(), reader.to(), e.toString());
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
    db.run(SystemViewer.MAIL, tx -> readers.told(tx, week));
    return made;
  }

  /** False where another made it meanwhile. */
  private boolean mail(Week week, Reader reader, Drawn drawn) {
    Optional<String> token =
        reader.to().outside() ? Optional.empty() : Optional.of(ids.get().toString());
    Letter letter = drawn.letter(reader, token);
    try {
      db.run(
          SystemViewer.MAIL,
          tx -> {
            long mail =
                mails.insert(
                    tx,
                    new NewMail(
                        reader.to(),
                        NewMail.Kind.STATUS,
                        false,
                        false,
                        Optional.empty(),
                        token,
                        letter),
                    "<" + ids.get() + "@" + domain + ">",
                    send);
            readers.insert(tx, week, reader.to(), mail);
          });
      return true;
    } catch (ConstraintBroken e) {
      if (ONCE.contains(e.constraint())) {
        return false;
      }
      throw e;
    }
  }

  /** Who would get which subject: what one would send, and sends nothing. */
  List<Planned> plan(StatusWeek week, List<Reader> all) {
    Drawn drawn = new Drawn(week);
    return all.stream()
        .filter(drawn::isFor)
        .map(
            reader ->
                new Planned(
                    reader,
                    drawn.letter(
                        reader, reader.to().outside() ? Optional.empty() : Optional.of(TOKEN))))
        .toList();
  }

  record Planned(Reader reader, Letter letter) {}

  /** Draws each mail once for all who read the same of it. */
  private final class Drawn {

    private record Of(Optional<Long> company, Language language, Reach reach) {}

    private final StatusWeek week;
    private final Map<Of, Letter> drawn = new HashMap<>();

    Drawn(StatusWeek week) {
      this.week = week;
    }

    /** A company that came later has nothing to read. */
    boolean isFor(Reader reader) {
      return reader.company().map(week.companies()::containsKey).orElse(true);
    }

    Letter letter(Reader reader, Optional<String> token) {
      Letter blank =
          drawn.computeIfAbsent(
              new Of(
                  reader.company(),
                  reader.language(),
                  Reach.of(reader.to().outside(), reader.mayRemark())),
              of ->
                  letters.write(
                      week,
                      of.company(),
                      of.language(),
                      of.reach(),
                      of.reach() == Reach.NOTHING ? Optional.empty() : Optional.of(TOKEN)));
      return token
          .map(
              own ->
                  new Letter(
                      blank.language(),
                      blank.subject(),
                      blank.html().replace(TOKEN, own),
                      blank.text().replace(TOKEN, own)))
          .orElse(blank);
    }
  }
}
