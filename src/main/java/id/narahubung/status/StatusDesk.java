package id.narahubung.status;

import id.narahubung.access.Busy;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.figures.Figures;
import id.narahubung.figures.Week;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.mail.MailStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the weekly status, put together. */
public final class StatusDesk {

  private static final Logger LOG = LoggerFactory.getLogger(StatusDesk.class);

  private final Database db;
  private final Ledger ledger;
  private final RecipientStore recipients = new RecipientStore();
  private final ReaderStore readers = new ReaderStore();
  private final StatusStore statuses = new StatusStore();
  private final MailStore mails = new MailStore();
  private final Figures figures = new Figures();
  private final WeekReader weeks;
  private final StatusLetters letters;
  private final FreezeWeek freeze;
  private final TellWeek tell;
  private final SealCheck seals;

  /**
   * How it goes out.
   *
   * @param domain behind the @ of a Message-ID
   * @param send whether the mails are to be sent, or kept to be read
   * @param answered whether somebody reads what is answered to them
   */
  public record Sending(
      Messages messages,
      URI publicUrl,
      String domain,
      boolean send,
      boolean answered,
      SendingTime time) {}

  public StatusDesk(
      Database db, RuleStore rules, Ledger ledger, Sending sending, Supplier<UUID> acts) {
    this.db = db;
    this.ledger = ledger;
    WeekFactStore facts = new WeekFactStore();
    this.weeks = new WeekReader(figures, statuses, facts, rules);
    this.letters = new StatusLetters(sending.messages(), sending.publicUrl(), sending.answered());
    this.freeze = new FreezeWeek(db, figures, statuses, facts, sending.time(), ledger, acts);
    this.tell =
        new TellWeek(db, weeks, readers, mails, letters, acts, sending.domain(), sending.send());
    this.seals = new SealCheck(db, ledger, acts);
  }

  /**
   * What the job does each time it looks. A week that cannot be frozen must not keep from their
   * readers those that are.
   */
  public void run() {
    @Nullable RuntimeException failed = null;
    try {
      freeze.run();
    } catch (Busy e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("a week could not be frozen: {}", e.toString());
      failed = e;
    }
    tell.run();
    if (failed != null) {
      throw failed;
    }
  }

  public FreezeWeek freeze() {
    return freeze;
  }

  public TellWeek tell() {
    return tell;
  }

  /** What looks at night whether a frozen week was changed. */
  public SealCheck seals() {
    return seals;
  }

  /** Who would get what of a week that is over, and what is in the outbox; keeps nothing. */
  public Outlook outlook(Week week, Messages messages, Language language) {
    boolean frozen = db.as(SystemViewer.AUDIT, tx -> figures.frozen(tx, week)).isPresent();
    StatusWeek read = freeze.look(week, tx -> weeks.frozen(tx, week, OptionalLong.empty()));
    List<ReaderStore.Reader> all =
        db.as(
            SystemViewer.MAIL,
            tx -> {
              boolean told = readers.toldAt(tx, week).isPresent();
              return readers.list(tx, week).stream().filter(each -> each.made() || !told).toList();
            });
    return new Outlook(
        new SheetWriter(new Words(messages, language, Words.WIB), read).ministry().span(),
        frozen,
        tell.plan(read, all).stream()
            .map(
                each ->
                    new Outlook.Line(
                        each.reader().address(),
                        each.reader().role(),
                        each.letter().language().code(),
                        each.reader().made(),
                        each.letter().html().getBytes(StandardCharsets.UTF_8).length,
                        each.letter().subject()))
            .toList());
  }

  /** Keeps an office outside the portal, as an administrator does. */
  public void addRecipient(Tx tx, UUID act, String address, String office, Language language) {
    new MakeRecipient(recipients, ledger)
        .run(tx, act, new OutsideRecipient.Content(address, office, language));
  }

  /** The weeks as pages. */
  public StatusPages pages(Pages pages) {
    return new StatusPages(db, pages, figures, statuses, weeks);
  }

  /** One's own mail of a week. */
  public StatusMailPages mails(Pages pages) {
    return new StatusMailPages(
        db,
        pages,
        new Once(db, ledger),
        weeks,
        readers,
        mails,
        letters,
        new AskStatusAgain(readers, mails, ledger));
  }

  /** What one side says to the other about a number. */
  public RemarkPages remarks(Pages pages) {
    return new RemarkPages(
        db, pages, new Once(db, ledger), weeks, new RemarkOnNumber(statuses, ledger));
  }

  /** The offices outside the portal, as an administrator keeps them. */
  public RecipientPages recipients(Pages pages) {
    return new RecipientPages(
        db,
        pages,
        new Once(db, ledger),
        recipients,
        new MakeRecipient(recipients, ledger),
        new ChangeRecipient(recipients, ledger));
  }
}
