package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import id.narahubung.web.Control.Kind;
import id.narahubung.web.Controls;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Form;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is to work on the picked items, with what everybody holds already, and until when. */
final class HoldForm implements ActForm {

  private static final String NOBODY = "nobody";

  private final HoldItems hold;
  private final HoldStore holds;
  private final InstantSource clock;

  HoldForm(HoldItems hold, HoldStore holds, InstantSource clock) {
    this.hold = hold;
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  public List<Colleague> colleagues(Tx tx) {
    return holds.colleagues(tx);
  }

  @Override
  public Form blank(Picked picked, Form query) {
    return Form.empty().with("person", List.of(Long.toString(picked.viewer().personId())));
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    Instant latest = clock.instant().plus(HoldItems.LONGEST);
    Optional<Instant> ends = next(form, picked.words().zone());
    if (form.has("ends_at") && ends.isEmpty()) {
      form.refuse("ends_at", "hold.fault.time");
    } else if (ends.filter(end -> end.isAfter(latest)).isPresent()) {
      form.refuse("ends_at", "hold.refused.time", HoldItems.LONGEST.toHours());
    }
    boolean nobody = form.text("person").equals(NOBODY);
    if (!form.has("person")) {
      form.refuse("person", "hold.fault.person");
    }
    if (!form.isGood()) {
      return Optional.empty();
    }
    Optional<Long> person = nobody ? Optional.empty() : Optional.of(form.id("person"));
    return Optional.of(
        new Work(
            nobody ? "hold.ended" : "hold.saved",
            tx ->
                hold.run(
                    tx,
                    ItemActs.refs(form),
                    person,
                    ends.orElseGet(() -> person.map(id -> hold.until(tx, id)).orElse(latest)))));
  }

  /** The next time the clock on the wall says so, where the reader is. */
  private Optional<Instant> next(Form form, ZoneId zone) {
    return form.time("ends_at")
        .map(
            (LocalTime typed) -> {
              ZonedDateTime now = clock.instant().atZone(zone);
              ZonedDateTime at = now.with(typed);
              return (at.isAfter(now) ? at : at.plusDays(1)).toInstant();
            });
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    Controls controls = new Controls(words, form, "hold.");
    List<Choice> people = new ArrayList<>();
    for (Colleague each : picked.colleagues()) {
      boolean me = each.person() == picked.viewer().personId();
      people.add(
          controls.choice(
              "person",
              Long.toString(each.person()),
              me ? words.say("hold.me") : each.by().told(words),
              words.say("hold.load", each.held(), each.late())));
    }
    people.add(controls.choice("person", NOBODY, words.say("hold.nobody")));
    return new Drawing(
        words.say("hold.title", count),
        "/holds",
        "post",
        List.of(),
        List.of(
            controls.of(Kind.RADIOS, "person", true, people),
            controls.of(Kind.TIME, "ends_at", false)),
        "",
        words.say("hold.next").lines().toList(),
        words.say("hold.save", count));
  }
}
