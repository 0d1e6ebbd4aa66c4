package id.narahubung.commitments;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * A commitment as it is listed on the page of the meeting, letter or decision it comes from.
 *
 * @param about its kind and its due day
 */
public record MadeHere(
    String number, String href, String text, String about, Tag state, List<Tag> marks) {

  public MadeHere {
    marks = List.copyOf(marks);
  }
}
