package id.narahubung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.accounts.Account;
import id.narahubung.accounts.MakeLink;
import id.narahubung.accounts.OneTimeLinkStore;
import id.narahubung.accounts.PersonStore;
import id.narahubung.platforms.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** People at a running portal without a browser, signed in as they would be the first time. */
public final class Visitors {

  private static final String PASSWORD = "kata sandi yang panjang";

  private final RunningPortal portal;
  private final Given given;
  private final SplittableRandom random = new SplittableRandom(7);

  public Visitors(RunningPortal portal, Given given) {
    this.portal = portal;
    this.given = given;
  }

  /** Somebody of an organisation with these roles, signed in by a one-time link. */
  public Http signedIn(Organisation organisation, Role... roles) {
    String name = roles[0].code() + given.act().getLeastSignificantBits();
    Account account =
        given.account(organisation, name.toLowerCase(Locale.ROOT) + "@mail.example", roles);
    MakeLink make = new MakeLink(new PersonStore(), new OneTimeLinkStore(), given.ledger(), random);
    String link = given.as(SystemViewer.CONSOLE, tx -> make.run(tx, given.act(), account.id()));
    Http visitor = portal.visitor();
    assertThat(visitor.submit(link, link, Map.of("password", PASSWORD)).status()).isEqualTo(303);
    return visitor;
  }

  /** What every form of this visitor carries. */
  public Map<String, List<String>> form(Http visitor) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("token", visitor.get("/account").form("/sign-out").getOrDefault("token", List.of("")));
    form.put("act", List.of(given.act().toString()));
    return form;
  }

  /** Posts these fields with the hidden ones, under an act of its own. */
  public Http.Page post(Http visitor, String path, Map<String, String> typed) {
    Map<String, List<String>> form = form(visitor);
    typed.forEach((name, value) -> form.put(name, List.of(value)));
    return visitor.post(path, form);
  }
}
