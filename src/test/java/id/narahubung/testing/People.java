package id.narahubung.testing;

import id.narahubung.access.Role;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.MakeLink;
import id.narahubung.accounts.MakePerson;
import id.narahubung.accounts.MakePerson.NewPerson;
import id.narahubung.accounts.OneTimeLinkStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.platforms.MakeOrganisation;
import id.narahubung.platforms.MakeOrganisation.NewOrganisation;
import id.narahubung.platforms.Organisation;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.text.Language;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes people through the commands, and signs them in over HTTP. */
public final class People {

  public static final String MINISTRY = "Kementerian Kominfo";
  public static final String COMPANY = "PT Klip Indonesia";
  public static final String PASSWORD = "kuda hijau lampu";

  private final RunningPortal portal;
  private final Ledger ledger = new Ledger();
  private final PersonStore persons = new PersonStore();
  private final PlatformStore platforms = new PlatformStore();

  public People(RunningPortal portal) {
    this.portal = portal;
  }

  /** Somebody of the ministry who reads Indonesian, without a password yet; gives the id. */
  public long ministry(String email, Role... roles) {
    return make(MINISTRY, Side.MINISTRY, email, Language.ID, roles);
  }

  /** Somebody of a company who reads English, without a password yet; gives the id. */
  public long company(String email, Role... roles) {
    return make(COMPANY, Side.COMPANY, email, Language.EN, roles);
  }

  private long make(
      String organisation, Side side, String email, Language language, Role... roles) {
    return portal
        .database()
        .as(
            SystemViewer.CONSOLE,
            tx -> {
              Organisation of =
                  platforms
                      .findOrganisation(tx, organisation)
                      .orElseGet(
                          () ->
                              new MakeOrganisation(platforms, ledger)
                                  .run(
                                      tx,
                                      UUID.randomUUID(),
                                      new NewOrganisation(side, organisation, Optional.empty())));
              Set<Role> all = Arrays.stream(roles).collect(Collectors.toSet());
              NewPerson person =
                  new NewPerson(of, email, email, all, language, ZoneId.of("Asia/Jakarta"));
              return new MakePerson(persons, ledger).run(tx, UUID.randomUUID(), person).id();
            });
  }

  /** The path of a fresh one-time link. */
  public String link(long person) {
    MakeLink command = new MakeLink(persons, new OneTimeLinkStore(), ledger, new SecureRandom());
    return portal
        .database()
        .as(SystemViewer.CONSOLE, tx -> command.run(tx, UUID.randomUUID(), person));
  }

  /** A visitor who has set the password by a link and is signed in. */
  public Http signedIn(long person) {
    Http visitor = portal.visitor();
    String link = link(person);
    visitor.submit(link, link, java.util.Map.of("password", PASSWORD));
    return visitor;
  }
}
