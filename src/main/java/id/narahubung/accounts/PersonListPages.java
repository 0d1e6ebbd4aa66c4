package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.administration.ListPage;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The list of accounts, of everybody's or of the own company's. */
final class PersonListPages {

  private static final int ROWS = 100;

  private final Database db;
  private final Pages pages;
  private final PersonDesk desk;
  private final PersonPlace place;

  PersonListPages(Database db, Pages pages, PersonDesk desk, PersonPlace place) {
    this.db = db;
    this.pages = pages;
    this.desk = desk;
    this.place = place;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx, "administration/list", db.as(reader.viewer(), tx -> list(tx, reader.words(), query)));
  }

  private ListPage list(Tx tx, Words words, Form query) {
    boolean all = place == PersonPlace.ADMINISTRATION;
    PersonStore.Filter filter = filter(query);
    List<Account> found = desk.persons().list(tx, filter, ROWS + 1);
    List<Account> shown = found.subList(0, Math.min(ROWS, found.size()));
    List<String> columns = new ArrayList<>();
    columns.add(words.say("person.name"));
    if (all) {
      columns.add(words.say("person.organisation"));
    }
    columns.add(words.say("person.code"));
    columns.add(words.say("person.email"));
    columns.add(words.say("account.roles"));
    columns.add(words.say("person.state"));
    boolean keeps = Keeping.keeps(tx.viewer(), tx.person().organisationId());
    return new ListPage(
        words.say(place.title()),
        all
            ? new Link("/administration", words.say("administration.title"))
            : new Link("/company", words.say("company.title")),
        place.path(),
        all ? filters(tx, words, query) : List.of(),
        columns,
        shown.stream().map(each -> row(each, columns, all, words)).toList(),
        keeps ? place.path() + "/new" : "",
        words.say(all ? "person.new" : "person.invite"),
        words.say("person.none"),
        found.size() > ROWS ? next(query, shown.getLast()) : "");
  }

  private static PersonStore.Filter filter(Form query) {
    return new PersonStore.Filter(
        query.has("organisation") ? Optional.of(query.id("organisation")) : Optional.empty(),
        RoleCode.parse(query.text("role")),
        switch (query.text("state")) {
          case "open" -> Optional.of(true);
          case "closed" -> Optional.of(false);
          default -> Optional.empty();
        },
        query.has("after") ? Optional.of(query.id("after")) : Optional.empty());
  }

  private String next(Form query, Account last) {
    StringBuilder next = new StringBuilder(place.path()).append("?after=").append(last.id());
    for (String name : List.of("organisation", "role", "state")) {
      if (query.text(name).matches("[a-z_0-9]+")) {
        next.append('&').append(name).append('=').append(query.text(name));
      }
    }
    return next.toString();
  }

  private List<Field> filters(Tx tx, Words words, Form query) {
    List<Choice> organisations =
        desk.platforms().organisations(tx).stream()
            .map(each -> chosen(query, "organisation", Long.toString(each.id()), each.name()))
            .toList();
    List<Choice> roles =
        Arrays.stream(Role.values())
            .map(RoleCode::of)
            .map(code -> chosen(query, "role", code, words.say("role." + code)))
            .toList();
    List<Choice> states =
        List.of(
            chosen(query, "state", "open", words.say("person.state.open")),
            chosen(query, "state", "closed", words.say("person.state.closed")));
    return List.of(
        filter(words, "organisation", organisations),
        filter(words, "role", roles),
        filter(words, "state", states));
  }

  private static Choice chosen(Form query, String name, String value, String label) {
    return new Choice(value, label, "", query.text(name).equals(value));
  }

  private static Field filter(Words words, String name, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.say("person.any"), "", false));
    all.addAll(choices);
    return new Field(name, words.say("person." + name), "", "", "", false, all);
  }

  private ListPage.Row row(Account each, List<String> columns, boolean all, Words words) {
    List<String> texts = new ArrayList<>();
    if (all) {
      texts.add(each.organisation());
    }
    texts.add(words.say("person.code_of", each.code()));
    texts.add(each.email());
    texts.add(PersonPageMaker.roles(each, words));
    texts.add(words.say(each.active() ? "person.state.open" : "person.state.closed"));
    return new ListPage.Row(
        place.path(each.id()),
        each.name(),
        ListPage.Cell.under(columns, texts.toArray(String[]::new)));
  }
}
