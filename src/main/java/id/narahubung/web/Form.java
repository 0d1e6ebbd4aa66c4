package id.narahubung.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.access.BadInput;
import id.narahubung.text.Words;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed: raw strings, and what is wrong with them. Shown again as it came until it is
 * good.
 */
public final class Form {

  private final Map<String, List<String>> values;
  private final List<Fault> faults = new ArrayList<>();

  private Form(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The body's fields. Line ends become \n; a NUL, which PostgreSQL cannot hold, is dropped. */
  public static Form of(Context ctx) {
    return of(ctx.formParamMap());
  }

  /** The same from the query, for forms that only ask. */
  public static Form ofQuery(Context ctx) {
    return of(ctx.queryParamMap());
  }

  /** What an address of ours says behind its question mark. */
  public static Form ofAddress(String path) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int query = path.indexOf('?');
    if (query >= 0) {
      for (FormEncoding.Pair pair : FormEncoding.read(path.substring(query + 1).getBytes(UTF_8))) {
        values.computeIfAbsent(pair.name(), name -> new ArrayList<>()).add(pair.value());
      }
    }
    return of(values);
  }

  public static Form of(Map<String, List<String>> raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    raw.forEach((name, all) -> values.put(name, all.stream().map(Form::clean).toList()));
    return new Form(values);
  }

  /** A form nobody filled in yet. */
  public static Form empty() {
    return new Form(Map.of());
  }

  /** The same form with other values in one field. */
  public Form with(String name, List<String> all) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, all);
    return new Form(changed);
  }

  /** The same form with a value in a field where nothing was typed. */
  public Form withWhereEmpty(String name, String value) {
    return has(name) ? this : with(name, List.of(value));
  }

  /** One value without white space around it; empty where there is none. */
  public String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /** One value just as it came, for texts whose lines are counted. */
  public String raw(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The form's one-time id: a repeated send lands on the first result. */
  public UUID act() {
    try {
      return UUID.fromString(text("act"));
    } catch (IllegalArgumentException e) {
      throw new BadInput("no act id");
    }
  }

  public int version() {
    return (int) id("version");
  }

  /** A number a page of ours wrote into the form. */
  public long id(String name) {
    return id(name, text(name));
  }

  public List<Long> ids(String name) {
    return all(name).stream().map(value -> id(name, value)).distinct().toList();
  }

  private static long id(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new BadInput(name + " is not a number");
    }
  }

  /**
   * A date and time as a datetime-local control sends it, in the reader's zone; empty if it is
   * none.
   */
  public Optional<Instant> instant(String name, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text(name)))
          .filter(typed -> isYear(typed.getYear()))
          .map(typed -> typed.atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A date as a date control sends it; empty if it is none. */
  public Optional<LocalDate> date(String name) {
    try {
      return Optional.of(LocalDate.parse(text(name))).filter(typed -> isYear(typed.getYear()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A time of day as a time control sends it; empty if it is none. */
  public Optional<LocalTime> time(String name) {
    try {
      return Optional.of(LocalTime.parse(text(name)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Java's dates reach further than PostgreSQL's, and than anything anybody means. */
  private static boolean isYear(int year) {
    return year >= 1900 && year <= 9999;
  }

  /** Notes that a field is wrong; the key's sentence says what to do. */
  public void refuse(String field, String key, Object... arguments) {
    if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
      faults.add(new Fault(field, key, List.of(arguments)));
    }
  }

  /** Refuses a field in which nothing was typed, by this key, or more than so many characters. */
  public void need(String field, String key, int most) {
    if (!has(field)) {
      refuse(field, key);
    } else if (text(field).length() > most) {
      refuse(field, "fault.too_long", most);
    }
  }

  public boolean isGood() {
    return faults.isEmpty();
  }

  /** The sentence of what is wrong with a field; empty where nothing is. */
  public String error(String field, Words words) {
    return faults.stream()
        .filter(fault -> fault.field().equals(field))
        .findFirst()
        .map(fault -> fault.sentence(words))
        .orElse("");
  }

  /** For the error summary: each links to its field. */
  public List<FieldError> errors(Words words) {
    return faults.stream()
        .map(fault -> new FieldError(fault.field(), fault.sentence(words)))
        .toList();
  }

  /** A line of the error summary. */
  public record FieldError(String field, String text) {}

  private record Fault(String field, String key, List<Object> arguments) {

    String sentence(Words words) {
      return words.say(key, arguments.toArray());
    }
  }

  private static String clean(String typed) {
    return typed.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n');
  }
}
