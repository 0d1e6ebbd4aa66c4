package id.narahubung.verification;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_EVIDENCE;
import static id.narahubung.db.Tables.COMMITMENT_REPORT;
import static id.narahubung.db.Tables.COMMITMENT_VERSION_FIELD;
import static id.narahubung.db.Tables.STORED_FILE;
import static org.jooq.Records.mapping;

import id.narahubung.commitments.Quantity;
import id.narahubung.data.Tx;
import id.narahubung.evidence.FileKind;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.StoredFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a promise brings along that can be drawn from: lists among its evidence, and its own. */
final class PopulationStore {

  private static final int MOST = 100;

  /** The field of a promise in which it lists what it is about. */
  private static final String ITEMS = "items";

  /** The field in which it bounds how much of that is wrong. */
  private static final String PREVALENCE = "prevalence";

  private static final String HOURS_TO_LOAD = "hours_to_load";

  /** A file of a report that may be a list, the latest first. */
  record Evidence(long id, String name, StoredFile file, LocalDate asOf) {}

  List<Evidence> evidence(Tx tx, VerificationStep step) {
    return step.of().commitmentId().map(id -> evidence(tx, id)).orElse(List.of());
  }

  private static List<Evidence> evidence(Tx tx, long commitment) {
    return tx.sql()
        .select(
            COMMITMENT_EVIDENCE.ID,
            COMMITMENT_EVIDENCE.NAME,
            FileStore.FILE,
            COMMITMENT_REPORT.AS_OF)
        .from(COMMITMENT_EVIDENCE)
        .join(STORED_FILE)
        .on(STORED_FILE.ID.eq(COMMITMENT_EVIDENCE.FILE_ID))
        .join(COMMITMENT_REPORT)
        .on(COMMITMENT_REPORT.ID.eq(COMMITMENT_EVIDENCE.REPORT_ID))
        .where(
            COMMITMENT_EVIDENCE.COMMITMENT_ID.eq(commitment),
            STORED_FILE.KIND.in(FileKind.CSV, FileKind.XLSX, FileKind.TXT))
        .orderBy(COMMITMENT_EVIDENCE.ID.desc())
        .limit(MOST)
        .fetch(mapping(Evidence::new));
  }

  /** What the promise in force lists itself; none where its kind has no such field. */
  Optional<String> items(Tx tx, VerificationStep step) {
    return field(tx, step, ITEMS);
  }

  /** How much of it is not in order at most, in per cent, as the promise in force says. */
  Optional<BigDecimal> prevalence(Tx tx, VerificationStep step) {
    return field(tx, step, PREVALENCE).flatMap(Quantity::read);
  }

  /** After how many hours at most a filter has loaded a list, as the promise in force says. */
  Optional<BigDecimal> hoursToLoad(Tx tx, VerificationStep step) {
    return field(tx, step, HOURS_TO_LOAD).flatMap(Quantity::read);
  }

  private static Optional<String> field(Tx tx, VerificationStep step, String code) {
    return step.of()
        .commitmentId()
        .flatMap(
            id ->
                tx.sql()
                    .select(COMMITMENT_VERSION_FIELD.VALUE)
                    .from(COMMITMENT_VERSION_FIELD)
                    .join(COMMITMENT)
                    .on(
                        COMMITMENT.ID.eq(COMMITMENT_VERSION_FIELD.COMMITMENT_ID),
                        COMMITMENT.IN_FORCE.eq(COMMITMENT_VERSION_FIELD.VERSION))
                    .where(COMMITMENT.ID.eq(id), COMMITMENT_VERSION_FIELD.CODE.eq(code))
                    .fetchOptional(COMMITMENT_VERSION_FIELD.VALUE));
  }
}
