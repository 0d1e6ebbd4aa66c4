package id.narahubung.commitments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a commitment comes from, as the portal keeps it.
 *
 * @param number of a letter or a decision; empty for a meeting
 * @param place where a meeting was; empty for the others
 */
record Origin(CommitmentSource source, long id, String number, LocalDate day, String place) {

  /** Where it is read. */
  String href() {
    return switch (source) {
      case MEETING -> "/meetings/" + id;
      case LETTER -> "/letters/" + number;
      case DECISION -> "/decisions/" + id;
      case OWN -> throw new IllegalStateException("of one's own accord");
    };
  }

  /** As it stands in a form: 'meeting:12'. */
  String code() {
    return source.code() + ":" + id;
  }

  /**
   * What was chosen in a form: a source, and which one of the portal's; empty where it is none. A
   * letter may be one on paper that the portal does not keep.
   */
  static Optional<Chosen> read(String typed) {
    String[] parts = typed.split(":", 2);
    Optional<CommitmentSource> source = CommitmentSource.find(parts[0]);
    if (parts.length == 1) {
      return source
          .filter(each -> each == CommitmentSource.OWN || each == CommitmentSource.LETTER)
          .map(each -> new Chosen(each, Optional.empty()));
    }
    return source
        .filter(each -> each != CommitmentSource.OWN && parts[1].matches("\\d{1,18}"))
        .map(each -> new Chosen(each, Optional.of(Long.valueOf(parts[1]))));
  }

  /** A choice that was made. */
  record Chosen(CommitmentSource source, Optional<Long> id) {

    /** Whether words have to say which one it is. */
    boolean asksForWords() {
      return source != CommitmentSource.OWN && id.isEmpty();
    }
  }
}
