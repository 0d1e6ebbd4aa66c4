package id.narahubung.testing;

import id.narahubung.access.Role;
import id.narahubung.accounts.Account;
import id.narahubung.platforms.Organisation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People at a running portal without a browser, signed in as they would be the first time. */
public final class Visitors {

  private final RunningPortal portal;
  private final Given given;
  private final Map<Http, List<String>> tokens = new HashMap<>();

  public Visitors(RunningPortal portal, Given given) {
    this.portal = portal;
    this.given = given;
  }

  /** Somebody of an organisation with these roles, signed in by a one-time link. */
  public Http signedIn(Organisation organisation, Role... roles) {
    String name = roles[0].code() + given.act().getLeastSignificantBits();
    Account account =
        given.account(organisation, name.toLowerCase(Locale.ROOT) + "@mail.example", roles);
    Http visitor = portal.visitor();
    visitor.carry("session", new Doors(given.db()).session(account.id()));
    return visitor;
  }

  /** What every form of this visitor carries. */
  public Map<String, List<String>> form(Http visitor) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("token", tokens.computeIfAbsent(visitor, Visitors::token));
    form.put("act", List.of(given.act().toString()));
    return form;
  }

  private static List<String> token(Http visitor) {
    return visitor.get("/account").form("/sign-out").getOrDefault("token", List.of(""));
  }

  /** Posts these fields with the hidden ones, under an act of its own. */
  public Http.Page post(Http visitor, String path, Map<String, String> typed) {
    Map<String, List<String>> form = form(visitor);
    typed.forEach((name, value) -> form.put(name, List.of(value)));
    return visitor.post(path, form);
  }
}
