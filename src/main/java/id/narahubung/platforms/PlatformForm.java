package id.narahubung.platforms;

import id.narahubung.platforms.MakePlatform.NewPlatform;
import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a platform. */
final class PlatformForm {

  /** Which field a refusal is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "platform.of_a_company", "company",
          "platform.name_needed", "name",
          "platform.name_taken", "name",
          "platform.host_wrong", "hosts",
          "platform.host_public", "hosts",
          "platform.host_overlaps", "hosts",
          "platform.host_taken", "hosts");

  private PlatformForm() {}

  static Form of(KeptPlatform kept) {
    Platform platform = kept.platform();
    return Form.empty()
        .with("name", List.of(platform.name()))
        .with("hosts", List.of(String.join("\n", kept.hosts())))
        .with("zone", List.of(platform.zone().getId()))
        .with("opens", List.of(platform.contactOpens().toString()))
        .with("closes", List.of(platform.contactCloses().toString()));
  }

  /** A new one answers in Jakarta around the clock, until somebody knows better. */
  static Form fresh(Form query) {
    return query
        .withWhereEmpty("zone", Words.WIB.getId())
        .withWhereEmpty("opens", "00:00")
        .withWhereEmpty("closes", "23:59");
  }

  /** What was typed; empty, and said in the form, where a zone or time is none. */
  static Optional<NewPlatform> read(Form form, Organisation company, ZoneId own) {
    String typed = form.text("zone");
    Optional<ZoneId> zone =
        Zones.with(own).stream().filter(each -> each.getId().equals(typed)).findFirst();
    Optional<LocalTime> opens = form.time("opens");
    Optional<LocalTime> closes = form.time("closes");
    if (zone.isEmpty()) {
      form.refuse("zone", "platform.zone_needed");
    }
    if (opens.isEmpty()) {
      form.refuse("opens", "platform.time_needed");
    }
    if (closes.isEmpty()) {
      form.refuse("closes", "platform.time_needed");
    }
    if (!form.isGood()) {
      return Optional.empty();
    }
    List<String> hosts =
        form.raw("hosts").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return Optional.of(
        new NewPlatform(
            company,
            form.text("name"),
            zone.orElseThrow(),
            opens.orElseThrow(),
            closes.orElseThrow(),
            hosts));
  }

  static Optional<String> fieldOf(String refusal) {
    return Optional.ofNullable(FIELDS.get(refusal));
  }

  /** Whose it is, is asked for a new one alone: cases stand behind the wall of their company. */
  static List<Control> controls(
      Words words, Form form, List<Organisation> companies, ZoneId own, Instant now) {
    Controls controls = new Controls(words, form, "platform.");
    List<Control> all = new ArrayList<>();
    if (!companies.isEmpty()) {
      all.add(
          controls.of(
              Kind.SELECT,
              "company",
              true,
              companies.stream()
                  .map(each -> controls.choice("company", Long.toString(each.id()), each.name()))
                  .toList()));
    }
    all.add(controls.of(Kind.TEXT, "name", true));
    all.add(controls.of(Kind.LINES, "hosts", false));
    all.add(
        controls.of(
            Kind.SELECT,
            "zone",
            true,
            Zones.with(own).stream()
                .map(each -> controls.choice("zone", each.getId(), Zones.label(each, now, words)))
                .toList()));
    all.add(controls.of(Kind.TIME, "opens", true));
    all.add(controls.of(Kind.TIME, "closes", true));
    return List.copyOf(all);
  }
}
