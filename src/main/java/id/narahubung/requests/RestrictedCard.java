package id.narahubung.requests;

import static java.util.stream.Collectors.joining;

import id.narahubung.access.Permission;
import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.text.Words;
import java.util.Optional;

/**
 * Says on a page that what identifies its items is restricted, and lets those show it who may.
 *
 * @param action where the showing is asked for; empty where the viewer may not
 * @param ordinal the one item, or empty for all
 */
public record RestrictedCard(String text, String action, String ordinal, String button) {

  /** For the page of a request, a draft, or one item of it; none where nothing is restricted. */
  static Optional<RestrictedCard> of(
      Words words,
      PersonViewer viewer,
      TakedownRequest request,
      String href,
      Optional<Integer> ordinal) {
    if (!request.restriction().restricted()) {
      return Optional.empty();
    }
    boolean may = viewer.may(Permission.SEE_RESTRICTED);
    String holders =
        Role.holding(Permission.SEE_RESTRICTED).stream()
            .filter(role -> role.side() == viewer.side())
            .map(role -> words.say("role." + role.code()))
            .collect(joining(", "));
    return Optional.of(
        new RestrictedCard(
            may ? words.say("restricted.may") : words.say("restricted.may_not", holders),
            may ? href + "/showings" : "",
            ordinal.map(number -> Integer.toString(number)).orElse(""),
            words.say(ordinal.isPresent() ? "restricted.show" : "restricted.show_all")));
  }
}
