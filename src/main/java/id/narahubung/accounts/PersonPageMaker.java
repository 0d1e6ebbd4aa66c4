package id.narahubung.accounts;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.accounts.PersonPage.Entry;
import id.narahubung.accounts.PersonPage.RoleRow;
import id.narahubung.administration.OnePage.Fact;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Event;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Draws an account for who keeps it, or for a colleague who may look. */
final class PersonPageMaker {

  private final Tx tx;
  private final Words words;
  private final PersonDesk desk;

  PersonPageMaker(Tx tx, Words words, PersonDesk desk) {
    this.tx = tx;
    this.words = words;
    this.desk = desk;
  }

  PersonPage page(Account account, Link above, String path, Form form) {
    PersonViewer me = tx.person();
    boolean own = me.personId() == account.id();
    boolean keeps = Keeping.keeps(me, account.organisationId());
    boolean gives = keeps && !own && account.active();
    return new PersonPage(
        account.name(),
        above,
        path,
        account.active(),
        keeps,
        own,
        facts(account),
        account.given().stream()
            .sorted(Comparator.comparing(Account.Given::role))
            .map(each -> role(each, keeps && !own))
            .toList(),
        gives ? PersonForm.giving(words, form, me, account) : List.of(),
        keeps && own ? words.say("person.not_ones_own") : "",
        desk.loans().open(tx, account.id()).stream()
            .map(each -> LoanRow.of(each, me, tx.now(), words))
            .toList(),
        keeps ? history(account) : List.of(),
        form.errors(words));
  }

  private List<Fact> facts(Account account) {
    return List.of(
        new Fact(words.say("person.organisation"), account.organisation()),
        new Fact(words.say("person.code"), words.say("person.code_of", account.code())),
        new Fact(words.say("person.email"), account.email()),
        new Fact(
            words.say("person.state"),
            words.say(account.active() ? "person.state.open" : "person.state.closed")),
        new Fact(
            words.say("account.password"),
            words.say(
                account.passwordHash().isPresent()
                    ? "person.password.set"
                    : "person.password.none")),
        new Fact(words.say("person.language"), words.say("language." + account.language().code())),
        new Fact(words.say("person.zone"), Zones.label(account.zone(), tx.now(), words)));
  }

  private RoleRow role(Account.Given given, boolean mayTake) {
    String code = RoleCode.of(given.role());
    return new RoleRow(
        code,
        words.say("role." + code),
        limits(given),
        mayTake && Keeping.mayGive(tx.viewer(), given.role()));
  }

  private String limits(Account.Given given) {
    List<String> said = new ArrayList<>();
    given
        .limits()
        .request()
        .ifPresent(
            id -> said.add(words.say("person.limit.request", desk.persons().number(tx, id))));
    given
        .limits()
        .until()
        .ifPresent(
            end -> {
              LocalDate last = end.minusMillis(1).atZone(Words.WIB).toLocalDate();
              said.add(words.say("person.limit.until", words.date(last)));
            });
    if (given.over()) {
      said.add(words.say("person.limit.over"));
    }
    return String.join(", ", said);
  }

  /** What happened to it that the viewer may know of, the newest first. */
  private List<Entry> history(Account account) {
    return desk.ledger().ofAccount(tx, account.id()).reversed().stream()
        .map(each -> new Entry(sentence(each), when(each)))
        .toList();
  }

  private String sentence(Event event) {
    String role = event.text("role");
    return words.say("event." + event.kind(), role.isEmpty() ? "" : words.say("role." + role));
  }

  private String when(Event event) {
    return words.instant(event.at()) + ", " + event.by().told(words);
  }

  static String roles(Account account, Words words) {
    return account.roles().stream()
        .sorted()
        .map(role -> words.say("role." + RoleCode.of(role)))
        .collect(Collectors.joining(", "));
  }
}
