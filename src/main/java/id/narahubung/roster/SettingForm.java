package id.narahubung.roster;

import id.narahubung.text.Words;
import id.narahubung.text.Zones;
import id.narahubung.web.Control;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How the own list is kept. */
final class SettingForm {

  private static final String YES = "yes";
  private static final String NO = "no";

  private SettingForm() {}

  static Form of(RosterSetting setting) {
    return Form.empty()
        .with("zone", List.of(setting.zone().getId()))
        .with("shares_phone", List.of(setting.sharesPhone() ? YES : NO))
        .with("urgent_minutes", List.of(Long.toString(setting.urgent().toMinutes())))
        .with("other_minutes", List.of(Long.toString(setting.other().toMinutes())));
  }

  /** What was typed; empty, and said in the form, where it will not do. */
  static Optional<RosterSetting> read(Form form, ZoneId own) {
    Optional<ZoneId> zone =
        Zones.with(own).stream().filter(each -> each.getId().equals(form.text("zone"))).findFirst();
    if (zone.isEmpty()) {
      form.refuse("zone", "roster.setting.zone_needed");
    }
    if (!form.text("shares_phone").equals(YES) && !form.text("shares_phone").equals(NO)) {
      form.refuse("shares_phone", "roster.setting.choice_needed");
    }
    Optional<Duration> urgent = minutes(form, "urgent_minutes");
    Optional<Duration> other = minutes(form, "other_minutes");
    return form.isGood()
        ? Optional.of(
            new RosterSetting(
                zone.orElseThrow(),
                form.text("shares_phone").equals(YES),
                urgent.orElseThrow(),
                other.orElseThrow(),
                form.version()))
        : Optional.empty();
  }

  private static Optional<Duration> minutes(Form form, String field) {
    if (form.text(field).matches("[0-9]{1,4}")) {
      int typed = Integer.parseInt(form.text(field));
      if (typed >= 5 && typed <= 1440) {
        return Optional.of(Duration.ofMinutes(typed));
      }
    }
    form.refuse(field, "roster.setting.minutes_needed");
    return Optional.empty();
  }

  static List<Control> controls(Words words, Form form, ZoneId own, Instant now) {
    Controls controls = new Controls(words, form, "roster.setting.");
    return List.of(
        controls.of(
            Kind.SELECT,
            "zone",
            true,
            Zones.with(own).stream()
                .map(each -> controls.choice("zone", each.getId(), Zones.label(each, now, words)))
                .toList()),
        controls.of(
            Kind.RADIOS,
            "shares_phone",
            true,
            List.of(
                controls.choice("shares_phone", YES, words.say("roster.setting.shares_phone.yes")),
                controls.choice("shares_phone", NO, words.say("roster.setting.shares_phone.no")))),
        controls.of(Kind.TEXT, "urgent_minutes", true),
        controls.of(Kind.TEXT, "other_minutes", true));
  }
}
