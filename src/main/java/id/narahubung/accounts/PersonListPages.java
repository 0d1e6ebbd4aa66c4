package id.narahubung.accounts;

import id.narahubung.access.Role;
import id.narahubung.administration.ListPage;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.Download;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    List<String> columns = columns(words);
    boolean keeps = Keeping.keeps(tx.viewer(), tx.person().organisationId());
    return new ListPage(
        words.say(place.title()),
        all
            ? new Link("/administration", words.say("administration.title"))
            : new Link("/company", words.say("company.title")),
        place.path(),
        all ? filters(tx, words, query) : List.of(),
        columns,
        shown.stream().map(each -> row(each, columns, words)).toList(),
        keeps ? place.path() + "/new" : "",
        words.say(all ? "person.new" : "person.invite"),
        words.say("person.none"),
        found.size() > ROWS
            ? place.path() + "?" + narrowed(query) + "after=" + shown.getLast().id()
            : "",
        shown.isEmpty() ? "" : place.filePath() + "?" + narrowed(query) + "format=");
  }

  /** The list as a file: all of it, as it is narrowed. */
  void export(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    PersonStore.Filter filter = filter(Form.ofQuery(ctx));
    Download.send(
        ctx,
        Download.format(ctx),
        place.file(),
        words.say(place.title()),
        out -> {
          out.row(columns(words));
          db.run(
              reader.viewer(),
              tx -> desk.persons().each(tx, filter, each -> out.row(cells(each, words))));
        });
  }

  /** The columns of the list, on the page and in the file. */
  private List<String> columns(Words words) {
    List<String> columns = new ArrayList<>();
    columns.add(words.say("person.name"));
    if (place == PersonPlace.ADMINISTRATION) {
      columns.add(words.say("person.organisation"));
    }
    columns.add(words.say("person.code"));
    columns.add(words.say("person.email"));
    columns.add(words.say("account.roles"));
    columns.add(words.say("person.state"));
    return columns;
  }

  private List<String> cells(Account each, Words words) {
    List<String> cells = new ArrayList<>();
    cells.add(each.name());
    if (place == PersonPlace.ADMINISTRATION) {
      cells.add(each.organisation());
    }
    cells.add(words.say("person.code_of", each.code()));
    cells.add(each.email());
    cells.add(PersonPageMaker.roles(each, words));
    cells.add(words.say(each.active() ? "person.state.open" : "person.state.closed"));
    return cells;
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

  /** What narrows the list, ready for one parameter more. */
  private static String narrowed(Form query) {
    return Stream.of("organisation", "role", "state")
        .filter(name -> query.text(name).matches("[a-z_0-9]+"))
        .map(name -> name + "=" + query.text(name) + "&")
        .collect(Collectors.joining());
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

  private ListPage.Row row(Account each, List<String> columns, Words words) {
    List<String> cells = cells(each, words);
    return new ListPage.Row(
        place.path(each.id()),
        cells.getFirst(),
        ListPage.Cell.under(columns, cells.stream().skip(1).toArray(String[]::new)));
  }
}
