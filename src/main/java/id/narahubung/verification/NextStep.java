package id.narahubung.verification;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.requests.Address;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.text.Words;
import id.narahubung.web.FormPage.Link;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where what follows from a step that did not pass is done, with what is known of it filled in. */
final class NextStep {

  private final Words words;
  private final PersonViewer viewer;
  private final FollowStore follow;

  NextStep(Words words, PersonViewer viewer, FollowStore follow) {
    this.words = words;
    this.viewer = viewer;
    this.follow = follow;
  }

  /**
   * The acts that the reader may do: what is asked for, and to put it aside. For the ministry none
   * once either was done; what it puts aside and prepares a company does not know.
   *
   * @param commitment the number of the one that was looked at
   */
  List<Link> acts(Tx tx, VerificationResult result, Optional<String> commitment) {
    return viewer.side() == Side.MINISTRY && !follow.isOpen(tx, result)
        ? List.of()
        : acts(result, commitment);
  }

  /** The same where it is known that something is still to follow. */
  List<Link> acts(VerificationResult result, Optional<String> commitment) {
    return Stream.concat(asked(result, commitment).stream(), aside(result).stream()).toList();
  }

  /**
   * For the ministry, how it stands with what was to follow. An auditor of one request does not see
   * what would end it, so nothing is said.
   */
  Optional<Fact> state(Tx tx, VerificationResult result) {
    if (viewer.onlyRequest().isPresent()
        || result.followUp().filter(next -> next != FollowUp.NONE).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact(
            words.say("verification.follow.state"),
            follow
                .aside(tx, result)
                .map(
                    aside ->
                        words.say(
                            "verification.follow.was_put_aside",
                            words.date(LocalDate.ofInstant(aside.at(), Words.WIB)),
                            aside.by().told(words),
                            aside.reason()))
                .orElseGet(
                    () ->
                        words.say(
                            !follow.isOpen(tx, result)
                                ? "verification.follow.done"
                                : viewer.may(Permission.CONCLUDE_VERIFICATIONS)
                                    ? "verification.follow.open"
                                    : "verification.follow.open.others"))));
  }

  private Optional<Link> aside(VerificationResult result) {
    return viewer.may(Permission.CONCLUDE_VERIFICATIONS)
        ? Optional.of(
            new Link(
                "/verifications/" + result.number() + "/follow-up",
                words.say("verification.follow.aside.link")))
        : Optional.empty();
  }

  private Optional<Link> asked(VerificationResult result, Optional<String> commitment) {
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

  /**
   * A letter is about the items of an order; where none was looked at, it is chosen among those of
   * the platform.
   */
  private Optional<Link> letter(VerificationResult result) {
    Optional<String> request = result.of().request();
    return offered(
        Permission.SEND_LETTERS,
        request.isPresent() ? "letter" : "letter.choose",
        request
            .map(number -> Address.of("/requests/" + number + "#letters"))
            .orElseGet(
                () ->
                    Address.of("/requests")
                        .with("platform", Long.toString(result.of().platformId()))));
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
