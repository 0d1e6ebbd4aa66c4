package id.narahubung.meetings;

import id.narahubung.commitments.MadeHere;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * A meeting as the page of its platform tells it, by the last version of its minutes.
 *
 * @param present who was there of each side, by function
 * @param signatures of each side, when it signed
 * @param commitments that were made there
 */
public record HeldHere(
    String href,
    String day,
    String place,
    String agenda,
    List<Fact> present,
    Tag state,
    List<Fact> signatures,
    List<MadeHere> commitments) {

  public HeldHere {
    present = List.copyOf(present);
    signatures = List.copyOf(signatures);
    commitments = List.copyOf(commitments);
  }
}
