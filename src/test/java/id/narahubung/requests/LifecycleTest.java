package id.narahubung.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.RuleBroken;
import id.narahubung.testing.Golden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be done to a request and to an item, and when: the whole of it, in one file. */
final class LifecycleTest {

  @Test
  void every_stage_and_standing_with_every_action_is_as_the_table_says() {
    Golden.check("src/test/resources/lifecycle.txt", requests() + "\n" + items());
  }

  @Test
  void an_action_that_is_not_allowed_is_refused_with_its_sentence() {
    for (Stage stage : Stage.values()) {
      for (RequestAction action : RequestAction.values()) {
        if (!RequestLifecycle.allows(stage, action)) {
          assertThatThrownBy(() -> RequestLifecycle.after(stage, action))
              .isInstanceOfSatisfying(
                  RuleBroken.class,
                  e -> assertThat(e.key()).isEqualTo("request.refused." + lower(action)));
        }
      }
    }
  }

  @Test
  void every_stage_can_be_reached_and_none_leads_back_to_a_draft_once_sent() {
    for (Stage to : Stage.values()) {
      assertThat(Arrays.stream(Stage.values()).anyMatch(from -> leads(from, to)))
          .as("%s", to)
          .isTrue();
    }
    for (Stage sent : List.of(Stage.SENT, Stage.WITHDRAWN)) {
      assertThat(leads(sent, Stage.DRAFT)).isFalse();
      assertThat(leads(sent, Stage.AWAITING_APPROVAL)).isFalse();
    }
  }

  private static boolean leads(Stage from, Stage to) {
    return Arrays.stream(RequestAction.values())
        .filter(action -> RequestLifecycle.allows(from, action))
        .anyMatch(action -> RequestLifecycle.after(from, action) == to);
  }

  private static String requests() {
    StringBuilder table = new StringBuilder("request: stage x action\n");
    for (Stage stage : Stage.values()) {
      for (RequestAction action : RequestAction.values()) {
        table.append(
            "  %-18s %-12s %s%n"
                .formatted(
                    lower(stage),
                    lower(action),
                    RequestLifecycle.allows(stage, action)
                        ? lower(RequestLifecycle.after(stage, action))
                        : "-"));
      }
    }
    return table.toString();
  }

  private static String items() {
    StringBuilder table = new StringBuilder("item: standing x action, with who may\n");
    stories()
        .forEach(
            (name, facts) -> {
              for (ItemAction action : ItemAction.values()) {
                Optional<String> refusal = action.refusal(facts);
                table.append(
                    "  %-22s %-9s %s%n"
                        .formatted(
                            name, lower(action), refusal.orElse(lower(action.permission()))));
              }
            });
    return table.toString();
  }

  /** An item in each standing; one that is claimed gone may be ruled on, one acted on may not. */
  private static Map<String, ItemFacts> stories() {
    Map<String, ItemFacts> stories = new LinkedHashMap<>();
    stories.put("draft", ItemFacts.none(1));
    stories.put("open", Story.of(""));
    stories.put("asked", Story.of("asks"));
    stories.put("claimed", Story.of("acted"));
    stories.put("claimed unavailable", Story.of("unavailable"));
    stories.put("contested", Story.of("refused"));
    stories.put("open upheld", Story.of("refused upheld"));
    stories.put("open still_up", Story.of("acted still_up"));
    stories.put("open objected", Story.of("acted still_up objects"));
    stories.put("asked objected", Story.of("acted still_up objects asks"));
    stories.put("open announced", Story.of("acted still_up objects pending"));
    stories.put("withdrawn objected", Story.of("acted still_up objects withdrawn"));
    stories.put("claimed set_aside", Story.of("acted still_up objects objection_accepted"));
    stories.put("confirmed", Story.of("acted down"));
    stories.put("confirmed reappeared", Story.of("acted down up_again"));
    stories.put("sampled", Story.of("acted sampled"));
    stories.put("accepted", Story.of("refused accepted"));
    stories.put("withdrawn", Story.of("withdrawn"));
    stories.forEach(
        (name, facts) -> assertThat(lower(facts.standing())).isEqualTo(name.split(" ", -1)[0]));
    return stories;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
