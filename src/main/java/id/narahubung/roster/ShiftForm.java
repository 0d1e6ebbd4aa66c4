package id.narahubung.roster;

import id.narahubung.access.RuleBroken;
import id.narahubung.roster.AddShifts.NewShifts;
import id.narahubung.text.Words;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of shifts: one person at the same hours of some days of a week. */
final class ShiftForm {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,38}");

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "shift.person_needed", "person",
          "shift.over", "days",
          "shift.skipped", "from",
          "shift.taken", "place",
          "shift.twice", "person");

  private ShiftForm() {}

  /** What was typed; empty, and said in the form, where something is missing. */
  static Optional<NewShifts> read(Form form, Week week, List<Member> members) {
    Optional<Member> person =
        members.stream()
            .filter(member -> form.text("person").equals(Long.toString(member.id())))
            .findFirst();
    Optional<Place> place =
        Arrays.stream(Place.values())
            .filter(each -> each.code().equals(form.text("place")))
            .findFirst();
    List<LocalDate> days = days(form, week);
    Optional<LocalTime> from = form.time("from");
    Optional<LocalTime> until = form.time("until");
    if (person.isEmpty()) {
      form.refuse("person", "shift.person_needed");
    }
    if (place.isEmpty()) {
      form.refuse("place", "shift.place_needed");
    }
    if (days.isEmpty()) {
      form.refuse("days", "shift.days_needed");
    }
    if (from.isEmpty()) {
      form.refuse("from", "shift.time_needed");
    }
    if (until.isEmpty()) {
      form.refuse("until", "shift.time_needed");
    }
    if (!PHONE.matcher(form.text("phone")).matches()) {
      form.refuse("phone", "shift.phone_needed");
    }
    return form.isGood()
        ? Optional.of(
            new NewShifts(
                person.orElseThrow().id(),
                place.orElseThrow(),
                days,
                from.orElseThrow(),
                until.orElseThrow(),
                form.text("phone")))
        : Optional.empty();
  }

  /** What no page of ours offered counts as not chosen. */
  private static List<LocalDate> days(Form form, Week week) {
    List<String> chosen = form.all("days");
    return week.days().stream().filter(day -> chosen.contains(day.toString())).toList();
  }

  /** Says a refusal at its field. */
  static void refuse(Form form, RuleBroken e, Words words) {
    String field = Optional.ofNullable(FIELDS.get(e.key())).orElseThrow(() -> e);
    form.refuse(
        field,
        e.key(),
        e.arguments().stream()
            .map(each -> each instanceof LocalDate day ? words.weekday(day) : each)
            .toArray());
  }

  static List<Control> controls(Words words, Form form, Week week, List<Member> members) {
    Controls controls = new Controls(words, form, "shift.");
    return List.of(
        controls.of(
            Kind.SELECT,
            "person",
            true,
            members.stream()
                .map(
                    member ->
                        controls.choice(
                            "person",
                            Long.toString(member.id()),
                            String.format(Locale.ROOT, "%02d", member.code())
                                + " "
                                + member.name()))
                .toList()),
        controls.of(
            Kind.RADIOS,
            "place",
            true,
            Arrays.stream(Place.values())
                .map(
                    place ->
                        controls.choice(
                            "place",
                            place.code(),
                            words.say("roster.place." + place.code()),
                            words.say("shift.place." + place.code() + ".hint")))
                .toList()),
        controls.of(
            Kind.CHECKBOXES,
            "days",
            true,
            week.days().stream()
                .map(day -> controls.choice("days", day.toString(), words.weekday(day)))
                .toList()),
        controls.of(Kind.TIME, "from", true),
        controls.of(Kind.TIME, "until", true),
        controls.of(Kind.TEXT, "phone", true));
  }
}
