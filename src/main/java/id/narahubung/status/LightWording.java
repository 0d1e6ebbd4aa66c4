package id.narahubung.status;

import id.narahubung.figures.DefinitionsPage.Colour;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.text.Words;
import java.util.Arrays;
import java.util.List;

/** How a company's colour is chosen, in words: the order in which its reasons are looked for. */
public final class LightWording {

  private LightWording() {}

  public static List<Colour> rules(Words words) {
    return Arrays.stream(Light.values())
        .map(
            light ->
                new Colour(
                    tag(words, light),
                    Arrays.stream(Light.Reason.values())
                        .filter(reason -> reason.light() == light)
                        .map(reason -> rule(words, reason))
                        .toList()))
        .toList();
  }

  private static String rule(Words words, Light.Reason reason) {
    return words.say(
        "status.rule." + reason.code(),
        Light.RED_PERCENT,
        Light.AMBER_PERCENT,
        Light.ENOUGH_ITEMS,
        Light.ENDS_SOON_DAYS);
  }

  static Tag tag(Words words, Light light) {
    String css =
        switch (light) {
          case RED -> "late";
          case AMBER -> "soon";
          case GREEN -> "good";
        };
    return new Tag(words.say("status.light." + light.code()), css, "");
  }
}
