package id.narahubung;

import id.narahubung.access.Refusal;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.Account;
import id.narahubung.accounts.CloseAccount;
import id.narahubung.accounts.GiveRole;
import id.narahubung.accounts.Limits;
import id.narahubung.accounts.MakeLink;
import id.narahubung.accounts.MakePerson;
import id.narahubung.accounts.MakePerson.NewPerson;
import id.narahubung.accounts.PersonDesk;
import id.narahubung.accounts.PersonStore;
import id.narahubung.accounts.RoleCode;
import id.narahubung.accounts.TakeRole;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import id.narahubung.platforms.MakePlatform;
import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.Platform;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.RequestDesk;
import id.narahubung.requests.RequestStore;
import id.narahubung.requests.StandingCheck;
import id.narahubung.status.SealCheck;
import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the administrator does on the server's console, through the same commands as the pages. */
final class Console {

  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;
  private static final String WIB = "Asia/Jakarta";

  private final Database db;
  private final SecureRandom random;
  private final Words words;
  private final URI publicUrl;
  private final PrintStream out;
  private final PrintStream err;

  private final PersonStore persons = new PersonStore();
  private final PlatformStore platforms = new PlatformStore();
  private final RequestStore requests = new RequestStore();
  private final MakeOrganisation makeOrganisation;
  private final MakePlatform makePlatform;
  private final MakePerson makePerson;
  private final GiveRole giveRole;
  private final TakeRole takeRole;
  private final CloseAccount closeAccount;
  private final MakeLink makeLink;
  private final StandingCheck check;
  private final SealCheck seals;

  Console(
      Database db,
      SecureRandom random,
      Words words,
      URI publicUrl,
      PrintStream out,
      PrintStream err) {
    this.db = db;
    this.random = random;
    this.words = words;
    this.publicUrl = publicUrl;
    this.out = out;
    this.err = err;
    Ledger ledger = new Ledger();
    this.makeOrganisation = new MakeOrganisation(platforms, ledger);
    this.makePlatform = new MakePlatform(platforms, ledger);
    PersonDesk desk = new PersonDesk(ledger, random, publicUrl);
    this.makePerson = desk.make();
    this.giveRole = desk.give();
    this.takeRole = desk.take();
    this.closeAccount = desk.close();
    this.check = new RequestDesk(ledger).check(db, this::nextAct);
    this.seals = new SealCheck(db, ledger, this::nextAct);
    this.makeLink = desk.link();
  }

  /** The console's language: Indonesian where the shell's is, else English. */
  record Words(Messages messages, Language language) {

    static Words of(Messages messages, Map<String, String> environment) {
      String shell =
          Optional.ofNullable(environment.get("LC_ALL"))
              .or(() -> Optional.ofNullable(environment.get("LANG")))
              .orElse("");
      return new Words(messages, shell.startsWith("id") ? Language.ID : Language.EN);
    }

    String say(String key, Object... arguments) {
      return messages.say(language, key, arguments);
    }
  }

  /** Does what the verb says, in one transaction, and gives the exit code. */
  int run(List<String> args) {
    Arguments rest = Arguments.of(args.subList(1, args.size()));
    try (db) {
      switch (args.getFirst()) {
        case "organisation" -> organisation(rest);
        case "platform" -> platform(rest);
        case "person" -> person(rest);
        case "role" -> role(rest);
        case "take" -> take(rest);
        case "close" -> close(rest);
        case "administrator" -> administrator(rest);
        case "link" -> link(rest);
        case "list" -> list();
        case "check" -> {
          return check();
        }
        default -> throw new Arguments.Wrong();
      }
      return 0;
    } catch (Arguments.Wrong e) {
      err.println(words.say("console.usage"));
      return WRONG_USE;
    } catch (RuleBroken e) {
      err.println(words.say(e.key(), e.arguments().toArray()));
      return REFUSED;
    } catch (Refusal e) {
      err.println(e.getMessage());
      return REFUSED;
    }
  }

  private void organisation(Arguments args) {
    Side side =
        switch (args.next()) {
          case "ministry" -> Side.MINISTRY;
          case "company" -> Side.COMPANY;
          default -> throw new Arguments.Wrong();
        };
    String name = args.next();
    Optional<String> legal = args.option("legal");
    Language language = Language.of(args.option("language").orElse("id"));
    Optional<String> tdpse = args.option("tdpse");
    NewOrganisation wanted = new NewOrganisation(side, name, legal, tdpse, language);
    args.end();
    db.run(SystemViewer.CONSOLE, tx -> makeOrganisation.run(tx, nextAct(), wanted));
    out.println(words.say("console.organisation_made", wanted.name()));
  }

  private void platform(Arguments args) {
    String company = args.next();
    String name = args.next();
    ZoneId zone = zone(args.option("zone").orElse(WIB));
    LocalTime opens = time(args.option("opens").orElse("00:00"));
    LocalTime closes = time(args.option("closes").orElse("23:59"));
    List<String> hosts = args.options("host");
    args.end();
    db.run(
        SystemViewer.CONSOLE,
        tx ->
            makePlatform.run(
                tx,
                nextAct(),
                new NewPlatform(organisation(tx, company), name, zone, opens, closes, hosts)));
    out.println(words.say("console.platform_made", name));
  }

  private void person(Arguments args) {
    String email = args.next();
    String name = args.next();
    String organisation = args.option("organisation").orElseThrow(Arguments.Wrong::new);
    Set<Role> roles = args.options("role").stream().map(Console::role).collect(Collectors.toSet());
    Language language = Language.of(args.option("language").orElse("id"));
    ZoneId zone = zone(args.option("zone").orElse(WIB));
    Limits limits = limits(args);
    args.end();
    String path =
        db.as(
            SystemViewer.CONSOLE,
            tx -> {
              NewPerson wanted =
                  new NewPerson(
                      organisation(tx, organisation), name, email, roles, limits, language, zone);
              return makeLink.run(tx, nextAct(), makePerson.run(tx, nextAct(), wanted).id());
            });
    tellLink(email, path);
  }

  /** Gives an account a role, or an auditor other limits. */
  private void role(Arguments args) {
    String email = args.next();
    Role role = role(args.next());
    Limits limits = limits(args);
    args.end();
    db.run(
        SystemViewer.CONSOLE,
        tx -> giveRole.run(tx, nextAct(), account(tx, email).id(), role, limits));
    out.println(words.say("console.role_given", email, RoleCode.of(role)));
  }

  private void take(Arguments args) {
    String email = args.next();
    Role role = role(args.next());
    args.end();
    db.run(SystemViewer.CONSOLE, tx -> takeRole.run(tx, nextAct(), account(tx, email).id(), role));
    out.println(words.say("console.role_taken", email, RoleCode.of(role)));
  }

  private void close(Arguments args) {
    String email = args.next();
    args.end();
    db.run(SystemViewer.CONSOLE, tx -> closeAccount.run(tx, nextAct(), account(tx, email).id()));
    out.println(words.say("console.account_closed", email));
  }

  /** An auditor's: one request by its number, and the last day, by WIB. */
  private Limits limits(Arguments args) {
    Optional<Long> request =
        args.option("request")
            .map(number -> db.as(SystemViewer.AUDIT, tx -> requests.fetch(tx, number).id()));
    Optional<Instant> until =
        args.option("until")
            .map(day -> date(day).plusDays(1).atStartOfDay(ZoneId.of(WIB)).toInstant());
    return new Limits(request, until);
  }

  /** Makes an administrator, or lets one who lost the password, or the role, back in. */
  private void administrator(Arguments args) {
    String email = args.next();
    String name = args.option("name").orElse(words.say("role.administrator"));
    args.end();
    String path =
        db.as(
            SystemViewer.CONSOLE,
            tx -> {
              long person =
                  persons.find(tx, email).map(Account::id).orElseGet(() -> make(tx, email, name));
              giveRole.run(tx, nextAct(), person, Role.ADMINISTRATOR, Limits.NONE);
              return makeLink.run(tx, nextAct(), person);
            });
    tellLink(email, path);
  }

  private long make(Tx tx, String email, String name) {
    Organisation ministry =
        platforms.ministry(tx).orElseThrow(() -> new RuleBroken("console.ministry_first"));
    NewPerson wanted =
        new NewPerson(
            ministry, name, email, Set.of(Role.ADMINISTRATOR), words.language(), ZoneId.of(WIB));
    return makePerson.run(tx, nextAct(), wanted).id();
  }

  private void link(Arguments args) {
    String email = args.next();
    args.end();
    String path =
        db.as(SystemViewer.CONSOLE, tx -> makeLink.run(tx, nextAct(), account(tx, email).id()));
    tellLink(email, path);
  }

  private void list() {
    db.run(
        SystemViewer.CONSOLE,
        tx -> {
          List<Platform> all = platforms.list(tx);
          List<Account> people = persons.list(tx);
          for (Organisation each : platforms.organisations(tx)) {
            out.println(each.name() + " (" + each.side().name().toLowerCase(Locale.ROOT) + ")");
            all.stream()
                .filter(platform -> platform.companyId() == each.id())
                .forEach(platform -> out.println("  " + describe(tx, platform)));
            people.stream()
                .filter(account -> account.organisationId() == each.id())
                .forEach(account -> out.println("  " + describe(account)));
          }
        });
  }

  /**
   * What runs at night, now: do the columns that lists sort by still follow from the facts, and are
   * frozen weeks what was sealed?
   */
  private int check() {
    StandingCheck.Result result = check.run();
    out.println(
        words.say(
            "console.checked", result.checked(), result.items().size(), result.requests().size()));
    result.items().forEach(id -> err.println("item " + id));
    result.requests().forEach(id -> err.println("request " + id));
    SealCheck.Result sealed = seals.run();
    out.println(words.say("console.sealed", sealed.checked(), sealed.weeks().size()));
    sealed.weeks().forEach(week -> err.println("week " + week));
    return result.isGood() && sealed.isGood() ? 0 : REFUSED;
  }

  private String describe(Tx tx, Platform platform) {
    return String.join(
        " ",
        platform.name(),
        platform.zone().getId(),
        platform.contactOpens() + "–" + platform.contactCloses(),
        String.join(" ", platforms.hosts(tx, platform.id())));
  }

  private String describe(Account account) {
    String roles =
        account.given().stream().map(Console::describe).sorted().collect(Collectors.joining(","));
    String closed = account.active() ? "" : " " + words.say("console.closed");
    return "%02d %s %s %s%s"
        .formatted(account.code(), account.email(), account.name(), roles, closed);
  }

  private static String describe(Account.Given given) {
    String limits =
        given.limits().request().map(id -> " request=" + id).orElse("")
            + given.limits().until().map(end -> " until=" + end).orElse("");
    return RoleCode.of(given.role()) + (limits.isEmpty() ? "" : "(" + limits.strip() + ")");
  }

  private void tellLink(String email, String path) {
    out.println(words.say("console.link_made", email));
    out.println(publicUrl.resolve(path));
  }

  private Account account(Tx tx, String email) {
    return persons.find(tx, email).orElseThrow(() -> new RuleBroken("person.email_unknown", email));
  }

  private Organisation organisation(Tx tx, String name) {
    return platforms
        .findOrganisation(tx, name)
        .orElseThrow(() -> new RuleBroken("organisation.unknown", name));
  }

  private static Role role(String code) {
    return RoleCode.parse(code).orElseThrow(() -> new RuleBroken("console.role_unknown", code));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new RuleBroken("console.zone_unknown", id);
    }
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new RuleBroken("console.date_wrong", typed);
    }
  }

  private static LocalTime time(String typed) {
    try {
      return LocalTime.parse(typed);
    } catch (DateTimeException e) {
      throw new RuleBroken("console.time_wrong", typed);
    }
  }

  private UUID nextAct() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
