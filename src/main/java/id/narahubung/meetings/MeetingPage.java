package id.narahubung.meetings;

import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import java.util.List;

/**
 * All that meetings/show.html may see.
 *
 * @param maySign whether the viewer's side has yet to sign the latest version, and the viewer may
 */
public record MeetingPage(
    long id,
    String title,
    String platform,
    Tag state,
    boolean mayMend,
    boolean maySign,
    List<Version> versions) {

  public MeetingPage {
    versions = List.copyOf(versions);
  }

  /**
   * A version of the minutes, the latest first.
   *
   * @param mark what it is: in force, waiting for signatures, replaced
   */
  public record Version(
      int number, String title, Tag mark, List<Fact> facts, String body, List<Fact> signatures) {}
}
