package id.narahubung.decisions;

import id.narahubung.access.NotFound;
import id.narahubung.access.RuleBroken;
import id.narahubung.commitments.CommitmentStore;
import id.narahubung.data.Tx;
import id.narahubung.letters.LetterStore;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.RequestStore;
import java.util.List;

/** What a decision rests on, by number: it must be there, sent, and about the platform. */
final class Links {

  private final RequestStore requests;
  private final LetterStore letters;
  private final CommitmentStore commitments;

  Links(RequestStore requests, LetterStore letters, CommitmentStore commitments) {
    this.requests = requests;
    this.letters = letters;
    this.commitments = commitments;
  }

  /** Where a number leads. */
  static String path(String number) {
    return switch (number.substring(0, 2)) {
      case "PA" -> "/requests/" + number;
      case "ST" -> "/letters/" + number;
      case "KM" -> "/commitments/" + number;
      default -> throw new IllegalArgumentException(number);
    };
  }

  /** RuleBroken, with the number, for the first that is none of the platform's. */
  void require(Tx tx, Platform platform, List<String> numbers) {
    for (String number : numbers) {
      if (!isOf(tx, platform.id(), number)) {
        throw new RuleBroken("decision.refused.link", number);
      }
    }
  }

  /** Whether there is such a one for the viewer, and it is about the platform. */
  boolean isOf(Tx tx, long platform, String number) {
    if (!number.matches("(PA|ST|KM)-\\d{4}-\\d{4,9}")) {
      return false;
    }
    try {
      return switch (number.substring(0, 2)) {
        case "PA" -> requests.fetch(tx, number).content().platformId() == platform;
        case "ST" ->
            requests.fetch(tx, letters.fetch(tx, number).of().requestId()).content().platformId()
                == platform;
        default -> commitments.fetch(tx, number).of().platformId() == platform;
      };
    } catch (NotFound e) {
      return false;
    }
  }
}
