package id.narahubung.accounts;

import id.narahubung.access.BadInput;
import id.narahubung.access.Role;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer;
import id.narahubung.accounts.ChangePerson.Particulars;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Tx;
import id.narahubung.platforms.Organisation;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Constraints;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of an account as those fill them in who keep it. */
final class PersonForm {

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("person.name_needed", "name"),
          Map.entry("person.email_wrong", "email"),
          Map.entry("person.email_taken", "email"),
          Map.entry("person.role_needed", "role"),
          Map.entry("person.role_of_other_side", "role"),
          Map.entry("person.role_by_administrator", "role"),
          Map.entry("person.auditor_alone", "role"),
          Map.entry("person.administrator_alone", "role"),
          Map.entry("person.restricted_beside", "role"),
          Map.entry("person.limits_for_auditor", "role"));

  private PersonForm() {}

  private static Optional<String> fieldOf(String refusal) {
    return Optional.ofNullable(FIELDS.get(refusal));
  }

  /** What must be typed whatever else: all that lacks is said at once. */
  static void check(Form form) {
    form.need("name", "person.name_needed", 200);
    form.need("email", "person.email_needed", 254);
  }

  static Form of(Account account) {
    return Form.empty()
        .with("name", List.of(account.name()))
        .with("email", List.of(account.email()))
        .with("language", List.of(account.language().code()))
        .with("zone", List.of(account.zone().getId()));
  }

  /** What was typed of a person; an account's own zone may be a rare one. */
  static Particulars particulars(Form form, ZoneId own) {
    String typed = form.text("zone");
    ZoneId zone =
        Zones.with(own).stream()
            .filter(each -> each.getId().equals(typed))
            .findFirst()
            .orElseThrow(() -> new BadInput("no zone of ours"));
    return new Particulars(
        form.text("name"), form.text("email"), Language.of(form.text("language")), zone);
  }

  static Set<Role> roles(Form form) {
    return form.all("role").stream().map(PersonForm::role).collect(Collectors.toSet());
  }

  static Role role(String code) {
    return RoleCode.parse(code).orElseThrow(() -> new BadInput("no role of ours"));
  }

  /**
   * An auditor's: one request by its number, and the last day, by WIB. Said in the form where
   * either is none.
   */
  static Limits limits(Tx tx, Form form, PersonStore persons) {
    Optional<Long> request = Optional.empty();
    if (form.has("request")) {
      request = persons.findRequest(tx, form.text("request").toUpperCase(Locale.ROOT));
      if (request.isEmpty()) {
        form.refuse("request", "person.request_unknown", form.text("request"));
      }
    }
    Optional<LocalDate> day = form.date("until");
    if (form.has("until") && day.isEmpty()) {
      form.refuse("until", "person.until_wrong");
    }
    Optional<Instant> until = day.map(last -> last.plusDays(1).atStartOfDay(Words.WIB).toInstant());
    if (until.filter(end -> !end.isAfter(tx.now())).isPresent()) {
      form.refuse("until", "person.until_past");
    }
    return new Limits(request, until);
  }

  /** The fields of everybody: who it is, and how this person reads. */
  static List<Control> particulars(Words words, Form form, ZoneId own, Instant now) {
    Controls controls = new Controls(words, form, "person.");
    return List.of(
        controls.of(Kind.TEXT, "name", true),
        controls.of(Kind.TEXT, "email", true),
        controls.of(
            Kind.SELECT,
            "language",
            true,
            Arrays.stream(Language.values())
                .map(
                    each ->
                        controls.choice(
                            "language", each.code(), words.say("language." + each.code())))
                .toList()),
        controls.of(
            Kind.SELECT,
            "zone",
            true,
            Zones.with(own).stream()
                .map(each -> controls.choice("zone", each.getId(), Zones.label(each, now, words)))
                .toList()));
  }

  /** A new account's: where it is, then who it is, then what it may. */
  static List<Control> all(
      Words words, Form form, Viewer viewer, List<Organisation> organisations, Instant now) {
    Controls controls = new Controls(words, form, "person.");
    List<Control> all = new ArrayList<>();
    if (organisations.size() > 1) {
      all.add(
          controls.of(
              Kind.SELECT,
              "organisation",
              true,
              Stream.concat(
                      Stream.of(
                          controls.choice(
                              "organisation", "", words.say("person.organisation.choose"))),
                      organisations.stream()
                          .map(
                              each ->
                                  controls.choice(
                                      "organisation", Long.toString(each.id()), each.name())))
                  .toList()));
    }
    all.addAll(particulars(words, form, Words.WIB, now));
    Set<Side> sides = organisations.stream().map(Organisation::side).collect(Collectors.toSet());
    all.add(
        controls.of(
            Kind.CHECKBOXES,
            "role",
            true,
            Arrays.stream(Side.values())
                .filter(sides::contains)
                .flatMap(side -> choices(words, form, viewer, side))
                .toList()));
    if (sides.contains(Side.MINISTRY)) {
      all.addAll(limits(words, form));
    }
    return List.copyOf(all);
  }

  private static Stream<Choice> choices(Words words, Form form, Viewer viewer, Side side) {
    Controls controls = new Controls(words, form, "person.");
    return Keeping.givable(viewer, side).stream()
        .map(
            role ->
                controls.choice("role", RoleCode.of(role), words.say("role." + RoleCode.of(role))));
  }

  /** What limits an auditor, who alone has limits. */
  static List<Control> limits(Words words, Form form) {
    Controls controls = new Controls(words, form, "person.");
    return List.of(
        controls.of(Kind.TEXT, "request", false), controls.of(Kind.DATE, "until", false));
  }

  /** One role more, of those the account does not hold. */
  static List<Control> giving(Words words, Form form, Viewer viewer, Account account) {
    Controls controls = new Controls(words, form, "person.");
    List<Control> all = new ArrayList<>();
    all.add(
        controls.of(
            Kind.RADIOS,
            "role",
            words.say("person.give"),
            true,
            choices(words, form, viewer, account.side())
                .filter(
                    choice ->
                        choice.value().equals(RoleCode.of(Role.AUDITOR))
                            || account.given().stream()
                                .noneMatch(each -> RoleCode.of(each.role()).equals(choice.value())))
                .toList()));
    if (account.side() == Side.MINISTRY) {
      all.addAll(limits(words, form));
    }
    return List.copyOf(all);
  }

  /** On an account's page a refusal that is about no field is about the roles. */
  static void refuse(Form form, RuleBroken e) {
    form.refuse(fieldOf(e.key()).orElse("roles"), e.key(), e.arguments().toArray());
  }

  /**
   * The address is another account's. A lead is not told: who works elsewhere is not for it to
   * know.
   */
  static void refuseAddress(Form form, ConstraintBroken e, PersonPlace place) {
    if (place == PersonPlace.ADMINISTRATION || !e.constraint().equals("person_email_unique")) {
      Constraints.refuse(form, e);
    } else {
      form.refuse("email", "person.email_unusable", form.text("email"));
    }
  }
}
