package id.narahubung.commitments;

import static id.narahubung.db.Tables.COMMITMENT;
import static id.narahubung.db.Tables.COMMITMENT_KIND;
import static id.narahubung.db.Tables.COMMITMENT_OWNER;
import static id.narahubung.db.Tables.COMMITMENT_REFUSAL;
import static id.narahubung.db.Tables.COMMITMENT_SIGNATURE;
import static id.narahubung.db.Tables.COMMITMENT_VERSION;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.RULE_SET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.CommitmentFinding;
import id.narahubung.db.tables.CommitmentVersion;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.CommitmentKind;
import id.narahubung.text.Label;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;

/** Reads commitments as the viewer may see them. */
public final class CommitmentStore {

  private static final CommitmentFinding JUDGED = CommitmentFinding.COMMITMENT_FINDING.as("judged");
  private static final CommitmentVersion LATEST =
      CommitmentVersion.COMMITMENT_VERSION.as("of_latest");

  /** Of the version that counts: the one in force, or the latest while none is. */
  private static final Field<Integer> COUNTS = coalesce(COMMITMENT.IN_FORCE, COMMITMENT.LATEST);

  /** The commitment of a number; NotFound when there is none the viewer can see. */
  public Commitment fetch(Tx tx, String number) {
    return all(tx)
        .where(COMMITMENT.NUMBER.eq(number))
        .fetchOptional(CommitmentStore::toCommitment)
        .orElseThrow(() -> new NotFound(number));
  }

  /** The same by its id. */
  public Commitment fetch(Tx tx, long id) {
    return all(tx)
        .where(COMMITMENT.ID.eq(id))
        .fetchOptional(CommitmentStore::toCommitment)
        .orElseThrow(() -> new NotFound("commitment " + id));
  }

  /** Those made at a meeting, the oldest first. */
  public List<Commitment> ofMeeting(Tx tx, long meeting) {
    return from(tx, COMMITMENT.MEETING_ID.eq(meeting));
  }

  /** Those that a letter led to, the oldest first. */
  public List<Commitment> ofLetter(Tx tx, long letter) {
    return from(tx, COMMITMENT.LETTER_ID.eq(letter));
  }

  /** Those that a decision led to, the oldest first. */
  public List<Commitment> ofDecision(Tx tx, long decision) {
    return from(tx, COMMITMENT.DECISION_ID.eq(decision));
  }

  private static List<Commitment> from(Tx tx, org.jooq.Condition origin) {
    return all(tx).where(origin).orderBy(COMMITMENT.ID).fetch(CommitmentStore::toCommitment);
  }

  /** The number of the commitment that an act proposed. */
  String ofEvent(Tx tx, long event) {
    return tx.sql()
        .select(COMMITMENT.NUMBER)
        .from(COMMITMENT)
        .where(COMMITMENT.EVENT_ID.eq(event))
        .fetchOptional(COMMITMENT.NUMBER)
        .orElseThrow(() -> new NotFound("commitment"));
  }

  /** The newest first, behind the last one of the page before. */
  public List<Commitment> list(Tx tx, CommitmentFilter filter, Optional<Long> before, int rows) {
    return narrowed(tx, filter)
        .and(before.map(COMMITMENT.ID::lt).orElse(noCondition()))
        .orderBy(COMMITMENT.ID.desc())
        .limit(rows)
        .fetch(CommitmentStore::toCommitment);
  }

  /** All of them, one after the other. */
  void each(Tx tx, CommitmentFilter filter, Consumer<Commitment> work) {
    narrowed(tx, filter)
        .orderBy(COMMITMENT.ID.desc())
        .fetchSize(500)
        .fetchStream()
        .map(CommitmentStore::toCommitment)
        .forEach(work);
  }

  /** How many each of these filters shows, in one statement. */
  List<Integer> counts(Tx tx, List<CommitmentFilter> filters) {
    List<Field<Integer>> counts = new ArrayList<>();
    for (CommitmentFilter each : filters) {
      counts.add(count().filterWhere(condition(tx, each)).as("n" + counts.size()));
    }
    Record row =
        tx.sql()
            .select(counts)
            .from(COMMITMENT)
            .join(RULE_SET)
            .on(RULE_SET.ID.eq(COMMITMENT.RULE_SET_ID))
            .join(COMMITMENT_KIND)
            .on(COMMITMENT_KIND.RULE_SET_ID.eq(COMMITMENT.RULE_SET_ID))
            .and(COMMITMENT_KIND.CODE.eq(COMMITMENT.KIND_CODE))
            .fetchSingle();
    return counts.stream().map(row::get).toList();
  }

  private static SelectConditionStep<Record> narrowed(Tx tx, CommitmentFilter filter) {
    return all(tx).where(condition(tx, filter));
  }

  private static org.jooq.Condition condition(Tx tx, CommitmentFilter filter) {
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    return filter
        .platform()
        .map(COMMITMENT.PLATFORM_ID::eq)
        .orElse(noCondition())
        .and(filter.kind().map(COMMITMENT.KIND_CODE::eq).orElse(noCondition()))
        .and(filter.word().map(word -> WordStore.says(word, today)).orElse(noCondition()))
        .and(filter.mark().map(mark -> WordStore.bears(mark, today)).orElse(noCondition()))
        .and(filter.condition() ? COMMITMENT.CONDITION.isTrue() : noCondition())
        .and(filter.company().map(COMMITMENT.COMPANY_ID::eq).orElse(noCondition()))
        .and(
            filter
                .dueDays()
                .map(days -> COMMITMENT.DUE_ON.between(today, today.plusDays(days)))
                .orElse(noCondition()))
        .and(filter.mine() ? isMindedBy(tx.person()) : noCondition())
        .and(filter.toSign() ? waitsForSignature(tx.person().side()) : noCondition());
  }

  /** Whether they are the last one named on their side. */
  private static org.jooq.Condition isMindedBy(PersonViewer person) {
    return field(
            select(COMMITMENT_OWNER.PERSON_ID)
                .from(COMMITMENT_OWNER)
                .where(
                    COMMITMENT_OWNER.COMMITMENT_ID.eq(COMMITMENT.ID),
                    COMMITMENT_OWNER.OF_SIDE.eq(person.side()))
                .orderBy(COMMITMENT_OWNER.EVENT_ID.desc())
                .limit(1))
        .eq(person.personId());
  }

  private static org.jooq.Condition waitsForSignature(Side side) {
    return COMMITMENT
        .STAGE
        .ne(CommitmentStage.CANCELLED)
        .and(COMMITMENT.IN_FORCE.isDistinctFrom(COMMITMENT.LATEST))
        .and(
            notExists(
                selectOne()
                    .from(COMMITMENT_REFUSAL)
                    .where(
                        COMMITMENT_REFUSAL.COMMITMENT_ID.eq(COMMITMENT.ID),
                        COMMITMENT_REFUSAL.VERSION.eq(COMMITMENT.LATEST))))
        .and(
            field(
                    selectCount()
                        .from(COMMITMENT_SIGNATURE)
                        .where(
                            COMMITMENT_SIGNATURE.COMMITMENT_ID.eq(COMMITMENT.ID),
                            COMMITMENT_SIGNATURE.VERSION.eq(COMMITMENT.LATEST),
                            COMMITMENT_SIGNATURE.OF_SIDE.eq(side)))
                .lt(signaturesNeeded(side)));
  }

  /** As Version.signaturesNeeded says it of the latest version. */
  private static Field<Integer> signaturesNeeded(Side side) {
    return side == Side.COMPANY
        ? inline(1)
        : field(
            select(when(LATEST.TWO_HANDS, 2).otherwise(1))
                .from(LATEST)
                .where(
                    LATEST.COMMITMENT_ID.eq(COMMITMENT.ID), LATEST.NUMBER.eq(COMMITMENT.LATEST)));
  }

  private static SelectJoinStep<Record> all(Tx tx, Field<?>... more) {
    return tx.sql()
        .select(COMMITMENT.fields())
        .select(more)
        .select(
            COMMITMENT_VERSION.TEXT,
            COMMITMENT_VERSION.BASELINE,
            COMMITMENT_VERSION.TARGET,
            PLATFORM.NAME,
            ORGANISATION.NAME,
            RULE_SET.COMMITMENT_SOON_DAYS)
        .select(
            COMMITMENT_KIND.LABEL_ID,
            COMMITMENT_KIND.LABEL_EN,
            COMMITMENT_KIND.UNIT_ID,
            COMMITMENT_KIND.UNIT_EN,
            COMMITMENT_KIND.DIRECTION,
            COMMITMENT_KIND.SELF_MEASURED)
        .from(COMMITMENT)
        .join(COMMITMENT_VERSION)
        .on(COMMITMENT_VERSION.COMMITMENT_ID.eq(COMMITMENT.ID))
        .and(COMMITMENT_VERSION.NUMBER.eq(COUNTS))
        .join(COMMITMENT_KIND)
        .on(COMMITMENT_KIND.RULE_SET_ID.eq(COMMITMENT.RULE_SET_ID))
        .and(COMMITMENT_KIND.CODE.eq(COMMITMENT.KIND_CODE))
        .join(RULE_SET)
        .on(RULE_SET.ID.eq(COMMITMENT.RULE_SET_ID))
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(COMMITMENT.PLATFORM_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(COMMITMENT.COMPANY_ID));
  }

  private static Commitment toCommitment(Record r) {
    return new Commitment(
        r.get(COMMITMENT.ID),
        r.get(COMMITMENT.NUMBER),
        new Commitment.Of(
            r.get(COMMITMENT.PLATFORM_ID),
            r.get(PLATFORM.NAME),
            r.get(COMMITMENT.COMPANY_ID),
            r.get(ORGANISATION.NAME)),
        new Commitment.Kind(
            r.get(COMMITMENT.RULE_SET_ID),
            r.get(COMMITMENT.KIND_CODE),
            new Label(r.get(COMMITMENT_KIND.LABEL_ID), r.get(COMMITMENT_KIND.LABEL_EN)),
            unit(r),
            direction(r),
            r.get(COMMITMENT_KIND.SELF_MEASURED)),
        r.get(COMMITMENT.PROPOSED_BY_SIDE),
        r.get(COMMITMENT.SOURCE),
        r.get(COMMITMENT.SOURCE_TEXT),
        r.get(COMMITMENT.VERSION),
        r.get(COMMITMENT_VERSION.TEXT),
        Optional.ofNullable(r.get(COMMITMENT_VERSION.BASELINE)),
        Optional.ofNullable(r.get(COMMITMENT_VERSION.TARGET)),
        r.get(RULE_SET.COMMITMENT_SOON_DAYS),
        standing(r));
  }

  private static Standing standing(Record r) {
    return new Standing(
        r.get(COMMITMENT.STAGE),
        r.get(COMMITMENT.LATEST),
        Optional.ofNullable(r.get(COMMITMENT.IN_FORCE)),
        r.get(COMMITMENT.DUE_ON),
        r.get(COMMITMENT.LATE_AFTER),
        r.get(COMMITMENT.CONDITION),
        r.get(COMMITMENT_KIND.SELF_MEASURED),
        Optional.ofNullable(r.get(COMMITMENT.REPORTED_ON))
            .map(
                on ->
                    new Standing.Reported(
                        Optional.ofNullable(r.get(COMMITMENT.REPORTED_VALUE)), on)),
        Optional.ofNullable(r.get(COMMITMENT.CLAIMED_ON)),
        Optional.ofNullable(r.get(COMMITMENT.LAST_RESULT)),
        Optional.ofNullable(r.get(COMMITMENT.LAST_VERIFIED_VALUE)),
        Optional.ofNullable(r.get(COMMITMENT.LAST_VERIFIED_ON)),
        Optional.ofNullable(r.get(COMMITMENT.VERIFIED_UNTIL)),
        new Standing.Proof(
            r.get(COMMITMENT.EVIDENCE_FILES),
            Optional.ofNullable(r.get(COMMITMENT.EVIDENCE_ON)),
            Optional.ofNullable(r.get(COMMITMENT.EVIDENCE_UNTIL))));
  }

  private static Optional<Label> unit(Record r) {
    return Optional.ofNullable(r.get(COMMITMENT_KIND.UNIT_ID))
        .map(unit -> new Label(unit, r.get(COMMITMENT_KIND.UNIT_EN)));
  }

  private static CommitmentKind.Direction direction(Record r) {
    return CommitmentKind.Direction.valueOf(
        r.get(COMMITMENT_KIND.DIRECTION).toUpperCase(Locale.ROOT));
  }

  /** Who found it, and in which step. */
  private record Judge(By by, Optional<String> step) {}

  /**
   * What access to a platform hangs on, the oldest first: its agreed conditions by the version in
   * force, with what was found last, and those proposed and not signed yet, of which nothing can be
   * found.
   */
  public List<Condition> conditions(Tx tx, long platform) {
    Field<Optional<Judge>> judge =
        multiset(
                select(Ledger.BY, JUDGED.VERIFICATION_NUMBER.convertFrom(Optional::ofNullable))
                    .from(JUDGED)
                    .join(EVENT)
                    .on(EVENT.ID.eq(JUDGED.EVENT_ID))
                    .where(
                        JUDGED.COMMITMENT_ID.eq(COMMITMENT.ID),
                        JUDGED.VERSION.eq(COMMITMENT.IN_FORCE),
                        JUDGED.RESULT.ne(FindingResult.UNCHECKED))
                    .orderBy(JUDGED.AS_OF.desc(), JUDGED.ID.desc())
                    .limit(1))
            .convertFrom(rows -> rows.map(mapping(Judge::new)).stream().findFirst());
    return all(tx, judge)
        .where(
            COMMITMENT.PLATFORM_ID.eq(platform),
            COMMITMENT.STAGE.ne(CommitmentStage.CANCELLED),
            COMMITMENT.CONDITION.isTrue())
        .orderBy(COMMITMENT.ID)
        .fetch(
            r -> {
              Commitment of = toCommitment(r);
              return new Condition(
                  of.id(),
                  of.number(),
                  of.standing().inForce().orElse(of.standing().latest()),
                  r.get(COMMITMENT.STAGE) == CommitmentStage.AGREED,
                  of.kind().label(),
                  of.text(),
                  of.target(),
                  of.kind().unit(),
                  of.kind().direction(),
                  of.standing().dueOn(),
                  of.standing().result(),
                  of.standing().verifiedValue(),
                  of.standing().verifiedOn(),
                  r.get(judge).map(Judge::by),
                  r.get(judge).flatMap(Judge::step),
                  of.standing().validUntil(),
                  of.standing().evidence().on());
            });
  }
}
