package id.narahubung.requests;

import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.RuleSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an answer holds what its type asks for. Pure; the form and the command both ask. */
public final class AnswerRules {

  private static final int MAX_LINE = 500;
  private static final int MAX_TEXT = 5000;
  private static final Pattern ITEM_NUMBER = Pattern.compile("PA-\\d{4}-\\d{6,9}/\\d{4,9}");

  private AnswerRules() {}

  /** What is wrong with a field of an answer, as a message key. */
  public record Fault(String field, String key) {}

  /** Everything wrong with an answer; an instant is text of ISO-8601 in UTC. */
  public static List<Fault> faults(RuleSet rules, AnswerGiven given, Instant now) {
    Optional<AnswerType> type = rules.findAnswerType(given.typeCode());
    if (type.isEmpty()) {
      return List.of(new Fault("type", "answer.fault.type"));
    }
    List<Fault> faults = new ArrayList<>();
    boolean refused = type.get().answerClass() == AnswerClass.REFUSED;
    if (refused && given.ground().flatMap(rules::findGround).isEmpty()) {
      faults.add(new Fault("ground", "answer.fault.ground"));
    }
    for (AnswerField field : type.get().fields()) {
      String value = given.details().getOrDefault(field.code(), "");
      if (value.isEmpty()) {
        if (field.required()) {
          faults.add(new Fault(field.code(), "answer.fault.missing"));
        }
      } else {
        fault(field, value, now).ifPresent(key -> faults.add(new Fault(field.code(), key)));
      }
    }
    return faults;
  }

  private static Optional<String> fault(AnswerField field, String value, Instant now) {
    boolean good =
        switch (field.input()) {
          case LINE -> value.length() <= MAX_LINE && value.indexOf('\n') < 0;
          case TEXT -> value.length() <= MAX_TEXT;
          case CHOICE -> field.options().stream().anyMatch(option -> option.code().equals(value));
          case ITEM -> ITEM_NUMBER.matcher(value).matches();
          case DATE -> isDate(value);
          case INSTANT -> isInstant(value);
        };
    if (!good) {
      return Optional.of("answer.fault." + field.input().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (field.code().equals(AnswerField.ACTED_AT) && Instant.parse(value).isAfter(now)) {
      return Optional.of("answer.fault.future");
    }
    return Optional.empty();
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isInstant(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
