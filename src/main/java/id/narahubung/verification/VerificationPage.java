package id.narahubung.verification;

import id.narahubung.evidence.EvidenceCard;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.web.FormPage.Link;
import java.util.List;
import java.util.Optional;

/**
 * All that verifications/show.html may see. A company sees the result and nothing else.
 *
 * @param stage none for a company
 * @param plan empty for a company
 * @param files none for a company
 * @param why why the reader does not conclude what is recorded; empty where nothing hinders
 */
public record VerificationPage(
    String title,
    String number,
    Optional<Tag> stage,
    Optional<Tag> found,
    List<Fact> plan,
    List<Link> links,
    List<Fact> recorded,
    List<Lines> lines,
    List<Check> checks,
    String recordedBy,
    List<Fact> result,
    List<Fact> sampled,
    Optional<EvidenceCard> files,
    String why,
    List<Action> actions) {

  /** A button; the first leads. */
  public record Action(String href, String label, String css) {}

  /** Lines of one kind under their heading. */
  public record Lines(String heading, List<String> lines) {}

  /** An entry of the checklist, and how it was found. */
  public record Check(String label, Tag answer, String note) {}
}
