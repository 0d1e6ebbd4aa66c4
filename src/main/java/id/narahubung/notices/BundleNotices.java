package id.narahubung.notices;

import id.narahubung.access.Busy;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.mail.Letter;
import id.narahubung.mail.MailStore;
import id.narahubung.mail.NewMail;
import id.narahubung.notices.Bundling.Due;
import id.narahubung.notices.Bundling.Group;
import id.narahubung.notices.Bundling.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes mails of the notices whose time has come, one transaction a person. A notice that another
 * worker has in hand is left to it.
 */
public final class BundleNotices {

  private static final Logger LOG = LoggerFactory.getLogger(BundleNotices.class);

  private final Database db;
  private final NoticeStore notices;
  private final MailStore mails;
  private final Letters letters;
  private final Supplier<UUID> ids;
  private final String domain;
  private final boolean send;

  /**
   * For an outbox.
   *
   * @param domain behind the @ of a Message-ID
   * @param send whether the mails are to be sent, or kept to be read
   */
  public BundleNotices(
      Database db,
      NoticeStore notices,
      MailStore mails,
      Letters letters,
      Supplier<UUID> ids,
      String domain,
      boolean send) {
    this.db = db;
    this.notices = notices;
    this.mails = mails;
    this.letters = letters;
    this.ids = ids;
    this.domain = domain;
    this.send = send;
  }

  public void run() {
    List<Due> due =
        db.as(
            SystemViewer.MAIL,
            tx -> {
              notices.dropOfTheGone(tx);
              notices.dropOvertaken(tx);
              return Bundling.due(notices.waiting(tx), tx.now());
            });
    @Nullable RuntimeException failed = null;
    for (Due each : due) {
      try {
        db.run(SystemViewer.MAIL, tx -> bundle(tx, each.to(), each.plan()));
      } catch (Busy e) {
        throw e;
      } catch (RuntimeException e) {
        // One for whom no mail can be made must not keep the others from theirs.
        LOG.error("no mail could be made for person {}: {}", each.to().to().person(), e.toString());
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private void bundle(Tx tx, Recipient to, Plan plan) {
    if (plan.alone()) {
      for (Long notice : notices.take(tx, to.to().person(), List.of(Group.ALONE))) {
        mail(tx, to, NewMail.Kind.NOTICES, List.of(notice));
      }
    }
    if (!plan.together().isEmpty()) {
      NewMail.Kind kind = plan.isNewsAtOnce() ? NewMail.Kind.NEWS : NewMail.Kind.NOTICES;
      mail(tx, to, kind, notices.take(tx, to.to().person(), plan.together()));
    }
    if (plan.news()) {
      NewMail.Kind kind =
          to.setting().pace() == Pace.WEEKLY ? NewMail.Kind.WEEKLY : NewMail.Kind.DAILY;
      mail(tx, to, kind, notices.take(tx, to.to().person(), List.of(Group.LATER)));
    }
    if (plan.drop()) {
      notices.drop(tx, notices.take(tx, to.to().person(), List.of(Group.LATER)));
    }
  }

  private void mail(Tx tx, Recipient to, NewMail.Kind kind, List<Long> ids) {
    mailOfAccounts(tx, to, notices.accountFacts(tx, ids));
    List<MatterFact> matters = notices.matterFacts(tx, ids);
    mailOfMatters(tx, to, matters);
    // A matter may hang on a request, too, and is told once.
    Set<Long> told = matters.stream().map(MatterFact::notice).collect(Collectors.toSet());
    List<Long> left = ids.stream().filter(id -> !told.contains(id)).toList();
    Map<Boolean, List<Fact>> byMoot =
        notices.facts(tx, left).stream().collect(Collectors.partitioningBy(Fact::isMoot));
    notices.drop(tx, ids(byMoot.getOrDefault(true, List.of())));
    List<Fact> facts = byMoot.getOrDefault(false, List.of());
    if (facts.isEmpty()) {
      return;
    }
    List<Long> requests = facts.stream().map(Fact::request).distinct().toList();
    Optional<String> unsubscribe =
        kind == NewMail.Kind.NOTICES ? Optional.empty() : Optional.of(nextToken());
    long mail =
        mails.insert(
            tx,
            new NewMail(
                to.to(),
                kind,
                facts.stream().anyMatch(Fact::own),
                facts.stream().anyMatch(Fact::urgent),
                requests.size() == 1 && facts.getFirst().isOfARequest()
                    ? Optional.of(requests.getFirst())
                    : Optional.empty(),
                unsubscribe,
                letters.write(to, kind, facts, unsubscribe, tx.now())),
            "<" + this.ids.get() + "@" + domain + ">",
            send);
    notices.putInto(tx, mail, ids(facts));
  }

  /** In a mail of its own: whose account it was must not read it among the news of cases. */
  private void mailOfAccounts(Tx tx, Recipient to, List<AccountFact> facts) {
    if (!facts.isEmpty()) {
      mailAlone(
          tx,
          to,
          facts.stream().anyMatch(AccountFact::own),
          letters.writeOfAccounts(to, facts),
          facts.stream().map(AccountFact::notice).toList());
    }
  }

  /** In a mail of its own, too: the news of cases are told by their requests. */
  private void mailOfMatters(Tx tx, Recipient to, List<MatterFact> facts) {
    if (!facts.isEmpty()) {
      mailAlone(
          tx,
          to,
          facts.stream().anyMatch(MatterFact::own),
          letters.writeOfMatters(to, facts),
          facts.stream().map(MatterFact::notice).toList());
    }
  }

  private void mailAlone(Tx tx, Recipient to, boolean own, Letter letter, List<Long> told) {
    long mail =
        mails.insert(
            tx,
            new NewMail(
                to.to(),
                NewMail.Kind.NOTICES,
                own,
                false,
                Optional.empty(),
                Optional.empty(),
                letter),
            "<" + this.ids.get() + "@" + domain + ">",
            send);
    notices.putInto(tx, mail, told);
  }

  private static List<Long> ids(List<Fact> facts) {
    return facts.stream().map(Fact::notice).toList();
  }

  /** Nobody guesses it: it is as long as an act's id. */
  private String nextToken() {
    return ids.get().toString();
  }
}
