package id.narahubung.decisions;

import id.narahubung.ledger.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A decision about a platform's access, as it stands.
 *
 * @param number empty until it is signed
 * @param signerNote what the signer wrote beside it
 * @param hands who had a hand in it before it was signed; empty for the company, which only sees
 *     who prepared it
 * @param waivedBy who proposed or seconded its waivers, with the loans they went by; empty for the
 *     company, which reads them at each
 */
public record Decision(
    long id,
    Of of,
    Optional<String> number,
    DecisionStage stage,
    int version,
    DecisionContent content,
    boolean despiteBlocks,
    String signerNote,
    By preparedBy,
    Instant preparedAt,
    List<By> hands,
    List<By> waivedBy,
    Optional<Signature> signature,
    List<Waiver> waivers,
    List<Execution> executions,
    List<Question> questions,
    Optional<Withdrawal> withdrawal) {

  public Decision {
    hands = List.copyOf(hands);
    waivedBy = List.copyOf(waivedBy);
    waivers = List.copyOf(waivers);
    executions = List.copyOf(executions);
    questions = List.copyOf(questions);
  }

  /** The platform it is about, and the rules it was prepared under. */
  public record Of(
      long platformId, String platform, long companyId, String company, long ruleSetId) {}

  /** Who signed it and when. */
  public record Signature(Instant at, By by) {}

  /**
   * A cell let be until a day; it counts when a second person has signed it.
   *
   * @param found how the cell stood when it was proposed
   * @param version of the commitment then; 0 for an entry of a checklist
   */
  public record Waiver(
      long id,
      CellKey cell,
      CellState found,
      int version,
      String reason,
      LocalDate until,
      String owner,
      Instant at,
      By by,
      Optional<Second> second) {

    TruthTable.Waived toTable() {
      return new TruthTable.Waived(cell, found, version, until, second.isPresent());
    }
  }

  /** The second person of a waiver. */
  public record Second(Instant at, By by) {}

  /** What a provider of access did. */
  public record Execution(
      String provider, ExecutionState state, Instant happenedAt, String note, By by) {}

  /**
   * A question of the signer.
   *
   * @param seen what stood in it then
   */
  public record Question(
      long id, String text, Snapshot seen, Instant at, By by, Optional<Reply> reply) {}

  /** What whoever prepared it replied. */
  public record Reply(String text, Instant at, By by) {}

  /** That it will not be signed. */
  public record Withdrawal(String reason, Instant at, By by) {}

  /** As addresses have it. */
  public String path() {
    return "/decisions/" + number.orElseGet(() -> Long.toString(id));
  }

  /** The question that waits for a reply. */
  public Optional<Question> openQuestion() {
    return questions.stream().filter(each -> each.reply().isEmpty()).findFirst();
  }
}
