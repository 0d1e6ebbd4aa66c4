package id.narahubung.decisions;

import static java.util.stream.Collectors.joining;

import id.narahubung.access.RuleBroken;
import id.narahubung.decisions.DecisionContent.Body;
import id.narahubung.decisions.DecisionContent.Opinion;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.DecisionContent.Watch;
import id.narahubung.rules.ChecklistEntry;
import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A decision as it is typed: lists one a line, and back. */
final class DecisionForm {

  private static final Pattern WATCH =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})\\s*[:,–-]?\\s+(.+)");
  private static final Pattern BODY = Pattern.compile("([^:]+):\\s*([^(]*?)\\s*(?:\\((.*)\\))?");
  private static final int MOST_LINES = 200;

  private DecisionForm() {}

  /** Reads what was typed; what is wrong is said in the form. */
  static DecisionContent read(Form form, List<ChecklistEntry> asked) {
    if (!form.has("kind")) {
      form.refuse("kind", "decision.refused.kind");
    }
    form.need("recommendation", "decision.refused.recommendation", 500);
    form.need("basis", "decision.refused.basis", 4_000);
    form.need("grounds", "decision.refused.grounds", 20_000);
    for (Map.Entry<String, Integer> most :
        Map.of("reasons", 20_000, "statement", 4_000, "scope", 1_000).entrySet()) {
      if (form.text(most.getKey()).length() > most.getValue()) {
        form.refuse(most.getKey(), "fault.too_long", most.getValue());
      }
    }
    return new DecisionContent(
        form.text("kind"),
        form.text("recommendation"),
        form.text("basis"),
        form.text("grounds"),
        form.text("reasons"),
        form.text("statement"),
        form.text("scope"),
        time(form, "starts"),
        time(form, "ends"),
        targets(form),
        bodies(form),
        links(form),
        watch(form),
        checks(form, asked));
  }

  private static List<String> links(Form form) {
    List<String> all = Stream.concat(form.all("link").stream(), typed(form)).distinct().toList();
    if (all.size() > MOST_LINES) {
      form.refuse("links", "decision.fault.lines", MOST_LINES);
    }
    return all;
  }

  private static Stream<String> typed(Form form) {
    return form.text("links").lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  /**
   * The same with a tick for each number that is offered, and only the others typed: what was
   * ticked and is offered no more, as of another platform, is not lost.
   */
  static Form ticked(Form form, Collection<String> offered) {
    List<String> all = Stream.concat(form.all("link").stream(), typed(form)).distinct().toList();
    return form.with("link", all.stream().filter(offered::contains).toList())
        .with(
            "links",
            List.of(all.stream().filter(line -> !offered.contains(line)).collect(joining("\n"))));
  }

  private static Optional<Instant> time(Form form, String name) {
    Optional<Instant> read = form.instant(name, Words.WIB);
    if (form.has(name) && read.isEmpty()) {
      form.refuse(name, "decision.fault.time");
    }
    return read;
  }

  private static List<Target> targets(Form form) {
    List<Target> all = new ArrayList<>();
    for (Target.Kind kind : Target.Kind.values()) {
      try {
        all.addAll(Target.lines(kind, form.text(kind.code())));
      } catch (RuleBroken e) {
        form.refuse(kind.code(), e.key(), e.arguments().toArray());
      }
      if (all.size() > MOST_LINES) {
        form.refuse(kind.code(), "decision.fault.many", MOST_LINES);
      }
    }
    return all;
  }

  /** 'KPAI: setuju (surat 12)'; a name alone is one whose opinion is awaited. */
  private static List<Body> bodies(Form form) {
    List<Body> all = new ArrayList<>();
    for (String line : form.text("bodies").lines().filter(l -> !l.isBlank()).toList()) {
      Matcher parts = BODY.matcher(line.strip());
      if (!parts.matches()) {
        if (line.strip().length() > 200) {
          form.refuse("bodies", "decision.fault.body", line.strip());
        }
        all.add(new Body(line.strip(), Opinion.AWAITED, ""));
        continue;
      }
      String note = Optional.ofNullable(parts.group(3)).orElse("");
      Optional<Opinion> said = opinion(parts.group(2).toLowerCase(Locale.ROOT));
      if (said.isEmpty() || parts.group(1).length() > 200 || note.length() > 1_000) {
        form.refuse("bodies", "decision.fault.body", line.strip());
      }
      said.ifPresent(opinion -> all.add(new Body(parts.group(1).strip(), opinion, note)));
    }
    if (all.size() > MOST_LINES) {
      form.refuse("bodies", "decision.fault.lines", MOST_LINES);
    }
    return all;
  }

  private static Optional<Opinion> opinion(String typed) {
    return switch (typed) {
      case "setuju", "agrees", "agree" -> Optional.of(Opinion.AGREES);
      case "tidak setuju", "disagrees", "disagree" -> Optional.of(Opinion.DISAGREES);
      case "", "ditunggu", "awaited" -> Optional.of(Opinion.AWAITED);
      default -> Optional.empty();
    };
  }

  /** '2018-08-09 Sampel beranda', or with the day first. */
  static List<Watch> watch(Form form) {
    List<Watch> all = new ArrayList<>();
    for (String line : form.text("watch").lines().filter(l -> !l.isBlank()).toList()) {
      Matcher parts = WATCH.matcher(line.strip());
      Optional<LocalDate> day = parts.matches() ? day(parts.group(1)) : Optional.empty();
      if (day.isEmpty() || parts.group(2).length() > 1_000) {
        form.refuse("watch", "decision.fault.watch", line.strip());
      } else {
        all.add(new Watch(day.get(), parts.group(2)));
      }
    }
    if (all.size() > MOST_LINES) {
      form.refuse("watch", "decision.fault.lines", MOST_LINES);
    }
    return all;
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      String[] parts = typed.split("[./-]", -1);
      return Optional.of(
          parts[0].length() == 4
              ? LocalDate.parse(typed)
              : LocalDate.of(
                  Integer.parseInt(parts[2]),
                  Integer.parseInt(parts[1]),
                  Integer.parseInt(parts[0])));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Said> checks(Form form, List<ChecklistEntry> asked) {
    Map<String, Said> all = new LinkedHashMap<>();
    for (ChecklistEntry entry : asked) {
      String answer = form.text("check_" + entry.code());
      String note = form.text("note_" + entry.code());
      if (note.length() > 4_000) {
        form.refuse("note_" + entry.code(), "fault.too_long", 4_000);
      }
      if (!answer.isEmpty() || !note.isEmpty()) {
        Optional<Boolean> yes =
            answer.isEmpty() ? Optional.empty() : Optional.of(answer.equals("yes"));
        all.put(entry.code(), new Said(yes, note));
      }
    }
    return all;
  }

  /** As it is put back into the form. */
  static Form of(DecisionContent content) {
    Form form =
        Form.empty()
            .with("kind", List.of(content.kindCode()))
            .with("recommendation", List.of(content.recommendation()))
            .with("basis", List.of(content.basis()))
            .with("grounds", List.of(content.grounds()))
            .with("reasons", List.of(content.reasons()))
            .with("statement", List.of(content.statement()))
            .with("scope", List.of(content.scope()))
            .with("starts", List.of(content.startsAt().map(DecisionForm::local).orElse("")))
            .with("ends", List.of(content.endsAt().map(DecisionForm::local).orElse("")))
            .with(
                "bodies",
                List.of(content.bodies().stream().map(DecisionForm::typed).collect(joining("\n"))))
            .with("links", List.of(String.join("\n", content.links())))
            .with("watch", List.of(typed(content.watch())));
    for (Target.Kind kind : Target.Kind.values()) {
      form =
          form.with(
              kind.code(),
              List.of(
                  content.targets().stream()
                      .filter(target -> target.kind() == kind)
                      .map(Target::value)
                      .collect(joining("\n"))));
    }
    for (Map.Entry<String, Said> each : content.checks().entrySet()) {
      form =
          form.with(
                  "check_" + each.getKey(),
                  List.of(each.getValue().yes().map(yes -> yes ? "yes" : "no").orElse("")))
              .with("note_" + each.getKey(), List.of(each.getValue().note()));
    }
    return form;
  }

  /** What the signer's form holds before anything is typed. */
  static Form signing(Decision decision) {
    return Form.empty()
        .with("kind", List.of(decision.content().kindCode()))
        .with("ends", List.of(decision.content().endsAt().map(DecisionForm::local).orElse("")))
        .with("watch", List.of(typed(decision.content().watch())));
  }

  private static String typed(List<Watch> watch) {
    return watch.stream().map(each -> each.on() + " " + each.what()).collect(joining("\n"));
  }

  private static String typed(Body body) {
    String said =
        switch (body.opinion()) {
          case AGREES -> "setuju";
          case DISAGREES -> "tidak setuju";
          case AWAITED -> "ditunggu";
        };
    return body.name() + ": " + said + (body.note().isEmpty() ? "" : " (" + body.note() + ")");
  }

  /** As a datetime-local control takes it. */
  static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, Words.WIB).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
