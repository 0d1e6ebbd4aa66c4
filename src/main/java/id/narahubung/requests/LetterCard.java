package id.narahubung.requests;

import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * The letters of a request, finished for its page.
 *
 * @param owed what its fines come to together; empty where there is none
 */
public record LetterCard(List<Wanted> wanted, List<Line> letters, String owed) {

  public LetterCard {
    wanted = List.copyOf(wanted);
    letters = List.copyOf(letters);
  }

  /** A letter that the clock proposes, and the way to send it. */
  public record Wanted(String text, String href, String label) {}

  /** A letter that was sent. */
  public record Line(String number, String href, String text, Tag state) {}
}
