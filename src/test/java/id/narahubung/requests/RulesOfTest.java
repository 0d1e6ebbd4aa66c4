package id.narahubung.requests;

import id.narahubung.rules.AnswerClass;
import id.narahubung.rules.AnswerField;
import id.narahubung.rules.AnswerField.Input;
import id.narahubung.rules.AnswerOption;
import id.narahubung.rules.AnswerType;
import id.narahubung.rules.Answering;
import id.narahubung.rules.Category;
import id.narahubung.rules.Checking;
import id.narahubung.rules.Limits;
import id.narahubung.rules.RefusalGround;
import id.narahubung.rules.Requirement;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Sending;
import id.narahubung.rules.Urgency;
import id.narahubung.rules.Warnings;
import id.narahubung.text.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A small rule set: one answer type for each way to fill in a field, and a refusal. */
final class RulesOfTest {

  private static final Label LABEL = new Label("nama", "name");

  private RulesOfTest() {}

  static RuleSet set() {
    return new RuleSet(
        1,
        "test",
        "1",
        Optional.of(Instant.EPOCH),
        LABEL,
        new Limits(
            Duration.ofHours(24),
            Duration.ofHours(72),
            2,
            20,
            30,
            3,
            Duration.ofHours(48),
            14,
            180,
            21,
            10),
        List.of(urgency("ordinary", 24), urgency("urgent", 4)),
        List.of(
            new Category("04", "ordinary", LABEL, List.of(), Optional.empty(), 100, false),
            new Category("03", "urgent", LABEL, List.of(), Optional.empty(), 100, false)),
        List.of(),
        new Answering(List.of(), answerTypes(), List.of(new RefusalGround("R1", LABEL))),
        Arrays.stream(Need.values())
            .map(need -> Wording.lower(need))
            .map(need -> new Requirement(need, need.startsWith("letter"), LABEL))
            .toList(),
        new Sending(Optional.empty(), Optional.empty()),
        new Warnings(List.of(), Optional.empty()),
        new Checking(List.of(), List.of(), List.of()),
        List.of(),
        List.of());
  }

  private static List<AnswerType> answerTypes() {
    return List.of(
        type(Input.LINE),
        type(Input.TEXT),
        type(Input.DATE),
        type(Input.INSTANT),
        type(Input.ITEM),
        type(Input.CHOICE),
        new AnswerType(
            "acted",
            AnswerClass.ACTED,
            LABEL,
            LABEL,
            List.of(field(AnswerField.ACTED_AT, Input.INSTANT, true))),
        new AnswerType(
            "optional", AnswerClass.ACTED, LABEL, LABEL, List.of(field("note", Input.TEXT, false))),
        new AnswerType("refused", AnswerClass.REFUSED, LABEL, LABEL, List.of()));
  }

  private static Urgency urgency(String code, int hours) {
    return new Urgency(
        code,
        Duration.ofHours(hours),
        Duration.ofHours(1),
        false,
        Duration.ofHours(4),
        Duration.ofHours(8),
        Duration.ofHours(24),
        Duration.ofHours(24),
        List.of(),
        false,
        LABEL,
        LABEL);
  }

  private static AnswerType type(Input input) {
    String code = input.name().toLowerCase(Locale.ROOT);
    return new AnswerType(
        code, AnswerClass.PENDING, LABEL, LABEL, List.of(field("value", input, true)));
  }

  private static AnswerField field(String code, Input input, boolean required) {
    List<AnswerOption> options =
        input == Input.CHOICE ? List.of(new AnswerOption("ip", LABEL)) : List.of();
    return new AnswerField(code, input, required, options, LABEL);
  }
}
