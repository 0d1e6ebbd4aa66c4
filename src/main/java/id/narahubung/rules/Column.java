package id.narahubung.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a section: what its cells hold, and what a person may write there. A cell is text,
 * the same for every reader: minutes, codes, ISO dates, 'true'; empty where it holds nothing.
 *
 * @param name the database's column; a label has two, this with '_id' and '_en'
 * @param least of a number, or of minutes
 * @param most of a number; of text, its characters
 * @param choices the codes of a choice, or what else a cell may name beside rows
 * @param target the section whose rows it names
 */
public record Column(
    String name,
    Type type,
    boolean required,
    boolean isKey,
    long least,
    long most,
    List<String> choices,
    @Nullable Section target) {

  /** What a cell holds. */
  public enum Type {
    /** Names the row; written once. */
    CODE,
    /** A line in each language. */
    LABEL,
    /** Several lines in each language. */
    TALL_LABEL,
    /** Several lines in the language of orders. */
    TEXT,
    NUMBER,
    /** So many per cent. */
    PERCENT,
    /** Rupiah. */
    MONEY,
    /** Minutes. */
    SPAN,
    /** Minutes, with commas between. */
    SPANS,
    FLAG,
    CHOICE,
    DATE,
    /** The code of a row of another section, or one of the choices beside them. */
    REF,
    /** Several of them, with commas between. */
    REFS,
    /** What a choice offers, one a line: code|Indonesian|English. */
    OPTIONS
  }

  public Column {
    choices = List.copyOf(choices);
  }

  private Column(String name, Type type, long least, long most) {
    this(name, type, true, false, least, most, List.of(), null);
  }

  static Column named(String name) {
    return new Column(name, Type.CODE, 1, 30).key();
  }

  static Column label(String name, int most) {
    return new Column(name, Type.LABEL, 1, most);
  }

  static Column text(String name, int most) {
    return new Column(name, Type.TEXT, 1, most);
  }

  static Column number(String name, int least, int most) {
    return new Column(name, name.endsWith("_percent") ? Type.PERCENT : Type.NUMBER, least, most);
  }

  static Column money(String name) {
    return new Column(name, Type.MONEY, 1, 1_000_000_000_000L);
  }

  /** Up to a year. */
  static Column span(String name) {
    return new Column(name, Type.SPAN, 1, 527_040);
  }

  static Column spans(String name) {
    return new Column(name, Type.SPANS, 1, 527_040);
  }

  static Column flag(String name) {
    return new Column(name, Type.FLAG, 0, 0);
  }

  static Column date(String name) {
    return new Column(name, Type.DATE, 0, 0);
  }

  static Column options(String name) {
    return new Column(name, Type.OPTIONS, 0, 4000);
  }

  static Column choice(String name, Enum<?>... values) {
    return choice(
        name,
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new));
  }

  static Column choice(String name, String... values) {
    return new Column(name, Type.CHOICE, true, false, 0, 0, List.of(values), null);
  }

  static Column ref(String name, Section of) {
    return new Column(name, Type.REF, true, false, 0, 0, List.of(), of);
  }

  static Column refs(String name, Section of) {
    return new Column(name, Type.REFS, true, false, 0, 0, List.of(), of);
  }

  /** The code of a row of another section, or one of these. */
  static Column refOr(String name, Section of, List<String> others) {
    return new Column(name, Type.REF, true, false, 0, 0, others, of);
  }

  Column key() {
    return new Column(name, type, required, true, least, most, choices, target);
  }

  Column optional() {
    return new Column(name, type, false, isKey, least, most, choices, target);
  }

  Column orZero() {
    return new Column(name, type, required, isKey, 0, most, choices, target);
  }

  Column tall() {
    return new Column(name, Type.TALL_LABEL, required, isKey, least, most, choices, target);
  }

  /** The section whose rows it names. */
  public Optional<Section> of() {
    return Optional.ofNullable(target);
  }

  boolean isLabel() {
    return type == Type.LABEL || type == Type.TALL_LABEL;
  }

  /** The names of its cells. */
  List<String> cells() {
    return isLabel() ? List.of(name + "_id", name + "_en") : List.of(name);
  }
}
