package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.Address;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.util.Optional;

/** Where what follows from a step that did not pass is done, with what is known of it filled in. */
final class NextStep {

  private final Words words;
  private final PersonViewer viewer;

  NextStep(Words words, PersonViewer viewer) {
    this.words = words;
    this.viewer = viewer;
  }

  /**
   * The act, where the reader may do it.
   *
   * @param commitment the number of the one that was looked at
   */
  Optional<Link> of(VerificationResult result, Optional<String> commitment) {
    return result
        .followUp()
        .flatMap(
            next ->
                switch (next) {
                  case NONE -> Optional.empty();
                  case NEW_DUE -> commitment.flatMap(number -> revision(result, number));
                  case LETTER -> letter(result);
                  case DECISION -> decision(result, commitment);
                });
  }

  private Optional<Link> revision(VerificationResult result, String number) {
    return offered(
        Permission.PROPOSE_COMMITMENTS,
        "new_due",
        Address.of("/commitments/" + number + "/versions/new")
            .with("due_on", result.newDueOn().map(Object::toString).orElse(""))
            .with("reason", reason(result)));
  }

  /** A letter is about the items of an order; where none was looked at it is chosen first. */
  private Optional<Link> letter(VerificationResult result) {
    return offered(
        Permission.SEND_LETTERS,
        "letter",
        Address.of(
            result
                .of()
                .request()
                .map(number -> "/requests/" + number + "#letters")
                .orElse("/letters#wanted")));
  }

  private Optional<Link> decision(VerificationResult result, Optional<String> commitment) {
    return offered(
        Permission.PREPARE_DECISIONS,
        "decision",
        Address.of("/decisions/new")
            .with("platform", Long.toString(result.of().platformId()))
            .with("grounds", reason(result))
            .with("links", result.of().request().or(() -> commitment).orElse("")));
  }

  private String reason(VerificationResult result) {
    return words.say(
        "verification.next.reason",
        result.number(),
        words.date(result.carriedOutOn()),
        words.say("verification.outcome." + result.outcome().code()));
  }

  private Optional<Link> offered(Permission needed, String what, Address where) {
    return viewer.may(needed)
        ? Optional.of(new Link(where.toString(), words.say("verification.next." + what)))
        : Optional.empty();
  }
}
