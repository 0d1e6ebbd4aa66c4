package id.narahubung.decisions;

import id.narahubung.commitments.Course;
import id.narahubung.ledger.By;
import id.narahubung.text.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a signer decides on: the truth table, what the company says, what was decided before.
 *
 * @param cells in the order of the table
 * @param weeks what the platform's items did before
 * @param courses what is drawn of the conditions, by their numbers; nothing of those without values
 * @param paperDue until when a request to open again is to be decided; empty where none is complete
 */
public record Dossier(
    List<Cell> cells,
    List<Word> words,
    List<Earlier> earlier,
    AccessStatus status,
    Optional<Instant> since,
    int blocks,
    Optional<Instant> paperDue,
    Weeks weeks,
    Map<String, Course> courses) {

  public Dossier {
    cells = List.copyOf(cells);
    words = List.copyOf(words);
    earlier = List.copyOf(earlier);
    courses = Map.copyOf(courses);
  }

  /** The company's own words, and what they are about: a letter's number, a request's. */
  public record Word(String about, String text, Instant at, By by) {}

  /** A decision that was signed before. */
  public record Earlier(
      String number, Label kind, Instant signedAt, Instant startsAt, Optional<Instant> endsAt) {}

  /** The same with other cells. */
  Dossier with(List<Cell> other) {
    return new Dossier(other, words, earlier, status, since, blocks, paperDue, weeks, courses);
  }

  public TruthTable table() {
    return new TruthTable(cells.stream().map(Cell::row).toList());
  }
}
