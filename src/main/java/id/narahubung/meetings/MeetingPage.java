package id.narahubung.meetings;

import id.narahubung.commitments.MadeHere;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that meetings/show.html may see.
 *
 * @param visit the step whose visit it was; none of a meeting, and where the viewer reads no step
 * @param refusal why what was just tried was not done; empty where nothing was
 * @param signsFor the side for which the viewer would sign
 * @param maySign whether the viewer's side has yet to sign the latest version, and the viewer may
 * @param commitments that were made there
 */
public record MeetingPage(
    long id,
    String title,
    String refusal,
    String platform,
    Optional<Link> visit,
    Tag state,
    boolean mayMend,
    boolean maySign,
    String signsFor,
    List<Version> versions,
    List<MadeHere> commitments) {

  public MeetingPage {
    versions = List.copyOf(versions);
    commitments = List.copyOf(commitments);
  }

  /**
   * A version of the minutes, the latest first.
   *
   * @param mark what it is: in force, waiting for signatures, replaced
   */
  public record Version(
      int number, String title, Tag mark, List<Fact> facts, String body, List<Fact> signatures) {}
}
