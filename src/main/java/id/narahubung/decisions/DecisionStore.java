package id.narahubung.decisions;

import static id.narahubung.db.Tables.ACCESS_DECISION;
import static id.narahubung.db.Tables.DECISION_BODY;
import static id.narahubung.db.Tables.DECISION_CHECK;
import static id.narahubung.db.Tables.DECISION_DOSSIER;
import static id.narahubung.db.Tables.DECISION_EXECUTION;
import static id.narahubung.db.Tables.DECISION_HAND;
import static id.narahubung.db.Tables.DECISION_KIND;
import static id.narahubung.db.Tables.DECISION_LINK;
import static id.narahubung.db.Tables.DECISION_QUESTION;
import static id.narahubung.db.Tables.DECISION_REPLY;
import static id.narahubung.db.Tables.DECISION_REVIEW;
import static id.narahubung.db.Tables.DECISION_TARGET;
import static id.narahubung.db.Tables.DECISION_WAIVER;
import static id.narahubung.db.Tables.DECISION_WAIVER_SECOND;
import static id.narahubung.db.Tables.DECISION_WATCH;
import static id.narahubung.db.Tables.DECISION_WITHDRAWAL;
import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PLATFORM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.NotFound;
import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.decisions.Decision.Execution;
import id.narahubung.decisions.Decision.Of;
import id.narahubung.decisions.Decision.Question;
import id.narahubung.decisions.Decision.Reply;
import id.narahubung.decisions.Decision.Second;
import id.narahubung.decisions.Decision.Signature;
import id.narahubung.decisions.Decision.Waiver;
import id.narahubung.decisions.Decision.Withdrawal;
import id.narahubung.decisions.DecisionContent.Body;
import id.narahubung.decisions.DecisionContent.Said;
import id.narahubung.decisions.DecisionContent.Watch;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import id.narahubung.rules.DecisionKind.Effect;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Decisions as they stand, and what follows from them. */
public final class DecisionStore {

  private static final Field<List<Target>> TARGETS =
      multiset(
              select(DECISION_TARGET.KIND, DECISION_TARGET.VALUE)
                  .from(DECISION_TARGET)
                  .where(DECISION_TARGET.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_TARGET.ORDINAL))
          .convertFrom(rows -> rows.map(mapping(Target::new)));

  private static final Field<List<Body>> BODIES =
      multiset(
              select(DECISION_BODY.NAME, DECISION_BODY.OPINION, DECISION_BODY.NOTE)
                  .from(DECISION_BODY)
                  .where(DECISION_BODY.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_BODY.ORDINAL))
          .convertFrom(rows -> rows.map(mapping(Body::new)));

  private static final Field<List<String>> LINKS =
      multiset(
              select(DECISION_LINK.NUMBER)
                  .from(DECISION_LINK)
                  .where(DECISION_LINK.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_LINK.ORDINAL))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  private static final Field<List<Watch>> WATCH =
      multiset(
              select(DECISION_WATCH.ON_DAY, DECISION_WATCH.WHAT)
                  .from(DECISION_WATCH)
                  .where(DECISION_WATCH.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_WATCH.ORDINAL))
          .convertFrom(rows -> rows.map(mapping(Watch::new)));

  private static final Field<Map<String, Said>> CHECKS =
      multiset(
              select(DECISION_CHECK.ENTRY_CODE, DECISION_CHECK.ANSWER, DECISION_CHECK.NOTE)
                  .from(DECISION_CHECK)
                  .where(DECISION_CHECK.DECISION_ID.eq(ACCESS_DECISION.ID)))
          .convertFrom(
              rows ->
                  rows.stream()
                      .collect(
                          Collectors.toMap(
                              row -> row.value1(),
                              row -> new Said(Optional.ofNullable(row.value2()), row.value3()))));

  private static final Field<List<Waiver>> WAIVERS =
      multiset(
              select(
                      DECISION_WAIVER.ID,
                      DECISION_WAIVER.CELL,
                      DECISION_WAIVER.FOUND,
                      DECISION_WAIVER.VERSION,
                      DECISION_WAIVER.REASON,
                      DECISION_WAIVER.UNTIL,
                      DECISION_WAIVER.OWNER,
                      DECISION_WAIVER.PROPOSED_AT,
                      DECISION_WAIVER.PROPOSED_ROLE,
                      DECISION_WAIVER.PROPOSED_CODE,
                      DECISION_WAIVER_SECOND.SECONDED_AT,
                      DECISION_WAIVER_SECOND.SECOND_ROLE,
                      DECISION_WAIVER_SECOND.SECOND_CODE)
                  .from(DECISION_WAIVER)
                  .leftJoin(DECISION_WAIVER_SECOND)
                  .on(DECISION_WAIVER_SECOND.WAIVER_ID.eq(DECISION_WAIVER.ID))
                  .where(DECISION_WAIVER.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_WAIVER.ID))
          .convertFrom(rows -> rows.map(DecisionStore::waiver));

  private static final Field<List<Execution>> EXECUTIONS =
      multiset(
              select(
                      DECISION_EXECUTION.PROVIDER,
                      DECISION_EXECUTION.STATE,
                      DECISION_EXECUTION.HAPPENED_AT,
                      DECISION_EXECUTION.NOTE,
                      Ledger.BY)
                  .from(DECISION_EXECUTION)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_EXECUTION.EVENT_ID))
                  .where(DECISION_EXECUTION.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_EXECUTION.HAPPENED_AT, DECISION_EXECUTION.ID))
          .convertFrom(rows -> rows.map(mapping(Execution::new)));

  private static final Field<List<By>> HANDS =
      multiset(
              select(Ledger.BY)
                  .from(DECISION_HAND)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_HAND.EVENT_ID))
                  .where(DECISION_HAND.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(EVENT.ID))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  private static final Field<List<By>> WAIVED_BY =
      multiset(
              select(Ledger.BY)
                  .from(EVENT)
                  .where(
                      EVENT.ID.in(
                          select(DECISION_WAIVER.EVENT_ID)
                              .from(DECISION_WAIVER)
                              .where(DECISION_WAIVER.DECISION_ID.eq(ACCESS_DECISION.ID))
                              .union(
                                  select(DECISION_WAIVER_SECOND.EVENT_ID)
                                      .from(DECISION_WAIVER_SECOND)
                                      .where(
                                          DECISION_WAIVER_SECOND.DECISION_ID.eq(
                                              ACCESS_DECISION.ID)))))
                  .orderBy(EVENT.ID))
          .convertFrom(rows -> rows.map(row -> row.value1()));

  private static final Field<Optional<Reply>> REPLY =
      multiset(
              select(DECISION_REPLY.REPLY, DECISION_REPLY.REPLIED_AT, Ledger.BY)
                  .from(DECISION_REPLY)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_REPLY.EVENT_ID))
                  .where(DECISION_REPLY.QUESTION_ID.eq(DECISION_QUESTION.ID)))
          .convertFrom(rows -> rows.map(mapping(Reply::new)).stream().findFirst());

  private static final Field<List<Question>> QUESTIONS =
      multiset(
              select(
                      DECISION_QUESTION.ID,
                      DECISION_QUESTION.QUESTION,
                      DECISION_QUESTION.SEEN.convertFrom(Frozen::readSnapshot),
                      DECISION_QUESTION.ASKED_AT,
                      Ledger.BY,
                      REPLY)
                  .from(DECISION_QUESTION)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_QUESTION.EVENT_ID))
                  .where(DECISION_QUESTION.DECISION_ID.eq(ACCESS_DECISION.ID))
                  .orderBy(DECISION_QUESTION.ID))
          .convertFrom(rows -> rows.map(mapping(Question::new)));

  private static final Field<Optional<Withdrawal>> WITHDRAWAL =
      multiset(
              select(DECISION_WITHDRAWAL.REASON, DECISION_WITHDRAWAL.WITHDRAWN_AT, Ledger.BY)
                  .from(DECISION_WITHDRAWAL)
                  .join(EVENT)
                  .on(EVENT.ID.eq(DECISION_WITHDRAWAL.EVENT_ID))
                  .where(DECISION_WITHDRAWAL.DECISION_ID.eq(ACCESS_DECISION.ID)))
          .convertFrom(rows -> rows.map(mapping(Withdrawal::new)).stream().findFirst());

  private static final Field<Optional<Signature>> SIGNATURE =
      multiset(
              select(EVENT.AT, Ledger.BY)
                  .from(EVENT)
                  .where(EVENT.ID.eq(ACCESS_DECISION.SIGNED_EVENT_ID)))
          .convertFrom(rows -> rows.map(mapping(Signature::new)).stream().findFirst());

  /** The decision of an id; NotFound when there is none the viewer can see. */
  Decision fetch(Tx tx, long id) {
    return find(tx, ACCESS_DECISION.ID.eq(id)).orElseThrow(() -> new NotFound("decision " + id));
  }

  /** The signed decision of a number ('KA-2026-0001'). */
  public Decision fetch(Tx tx, String number) {
    return find(tx, ACCESS_DECISION.NUMBER.eq(number)).orElseThrow(() -> new NotFound(number));
  }

  /**
   * The decision of an id for one who may do what is needed: nobody else changes it until the
   * transaction ends. NotFound comes before NotAllowed.
   */
  Decision lock(Tx tx, long id, Permission needed) {
    fetch(tx, id);
    tx.viewer().require(needed);
    tx.sql()
        .select(ACCESS_DECISION.ID)
        .from(ACCESS_DECISION)
        .where(ACCESS_DECISION.ID.eq(id))
        .forUpdate()
        .fetch();
    return fetch(tx, id);
  }

  private static Optional<Decision> find(Tx tx, Condition which) {
    // No company may so much as ask for what the ministry keeps to itself.
    boolean inside = !(tx.viewer() instanceof PersonViewer person && person.side() == Side.COMPANY);
    return tx.sql()
        .select(ACCESS_DECISION.fields())
        .select(PLATFORM.NAME, ORGANISATION.NAME)
        .select(TARGETS, BODIES, LINKS, WATCH, CHECKS, WAIVERS, EXECUTIONS, SIGNATURE)
        .select(inside ? List.of(HANDS, WAIVED_BY, QUESTIONS, WITHDRAWAL) : List.<Field<?>>of())
        .from(ACCESS_DECISION)
        .join(PLATFORM)
        .on(PLATFORM.ID.eq(ACCESS_DECISION.PLATFORM_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(ACCESS_DECISION.COMPANY_ID))
        .where(which)
        .fetchOptional(r -> decision(r, inside));
  }

  private static Decision decision(Record r, boolean inside) {
    return new Decision(
        r.get(ACCESS_DECISION.ID),
        new Of(
            r.get(ACCESS_DECISION.PLATFORM_ID),
            r.get(PLATFORM.NAME),
            r.get(ACCESS_DECISION.COMPANY_ID),
            r.get(ORGANISATION.NAME),
            r.get(ACCESS_DECISION.RULE_SET_ID)),
        Optional.ofNullable(r.get(ACCESS_DECISION.NUMBER)),
        r.get(ACCESS_DECISION.STAGE),
        r.get(ACCESS_DECISION.VERSION),
        new DecisionContent(
            r.get(ACCESS_DECISION.KIND_CODE),
            r.get(ACCESS_DECISION.RECOMMENDATION),
            r.get(ACCESS_DECISION.BASIS),
            r.get(ACCESS_DECISION.GROUNDS),
            r.get(ACCESS_DECISION.REASONS_CONSIDERED),
            r.get(ACCESS_DECISION.PUBLIC_STATEMENT),
            r.get(ACCESS_DECISION.SCOPE),
            Optional.ofNullable(r.get(ACCESS_DECISION.STARTS_AT)),
            Optional.ofNullable(r.get(ACCESS_DECISION.ENDS_AT)),
            r.get(TARGETS),
            r.get(BODIES),
            r.get(LINKS),
            r.get(WATCH),
            r.get(CHECKS)),
        r.get(ACCESS_DECISION.DESPITE_BLOCKS),
        r.get(ACCESS_DECISION.SIGNER_NOTE),
        official(r.get(ACCESS_DECISION.PREPARED_ROLE), r.get(ACCESS_DECISION.PREPARED_CODE)),
        r.get(ACCESS_DECISION.PREPARED_AT),
        inside ? r.get(HANDS) : List.of(),
        inside ? r.get(WAIVED_BY) : List.of(),
        r.get(SIGNATURE),
        r.get(WAIVERS),
        r.get(EXECUTIONS),
        inside ? r.get(QUESTIONS) : List.of(),
        inside ? r.get(WITHDRAWAL) : Optional.empty());
  }

  private static Waiver waiver(Record r) {
    @Nullable Instant seconded = r.get(DECISION_WAIVER_SECOND.SECONDED_AT);
    return new Waiver(
        r.get(DECISION_WAIVER.ID),
        CellKey.read(r.get(DECISION_WAIVER.CELL)).orElseThrow(),
        r.get(DECISION_WAIVER.FOUND),
        r.get(DECISION_WAIVER.VERSION),
        r.get(DECISION_WAIVER.REASON),
        r.get(DECISION_WAIVER.UNTIL),
        r.get(DECISION_WAIVER.OWNER),
        r.get(DECISION_WAIVER.PROPOSED_AT),
        official(r.get(DECISION_WAIVER.PROPOSED_ROLE), r.get(DECISION_WAIVER.PROPOSED_CODE)),
        Optional.ofNullable(seconded)
            .map(
                at ->
                    new Second(
                        at,
                        official(
                            r.get(DECISION_WAIVER_SECOND.SECOND_ROLE),
                            r.get(DECISION_WAIVER_SECOND.SECOND_CODE)))));
  }

  private static By official(String role, int code) {
    return new By(Side.MINISTRY.name().toLowerCase(Locale.ROOT), role, code, Optional.empty());
  }

  /** The decision that an act was the first to have a hand in. */
  long of(Tx tx, long event) {
    return tx.sql()
        .select(DECISION_HAND.DECISION_ID)
        .from(DECISION_HAND)
        .where(DECISION_HAND.EVENT_ID.eq(event))
        .fetchSingle()
        .value1();
  }

  /** Who proposed a waiver, with the loan it went by where it did: for the four eyes. */
  By proposer(Tx tx, long waiver) {
    return tx.sql()
        .select(Ledger.BY)
        .from(DECISION_WAIVER)
        .join(EVENT)
        .on(EVENT.ID.eq(DECISION_WAIVER.EVENT_ID))
        .where(DECISION_WAIVER.ID.eq(waiver))
        .fetchSingle()
        .value1();
  }

  /**
   * What the signer of a decision saw, with the hash of its text. Fails where it is not kept, or is
   * not what the signing named; one of before signings named it is held by the hash beside it.
   */
  public Saw saw(Tx tx, long decision) {
    return tx.sql()
        .select(DECISION_DOSSIER.CONTENT, DECISION_DOSSIER.SHA256, EVENT.BODY)
        .from(DECISION_DOSSIER)
        .join(ACCESS_DECISION)
        .on(ACCESS_DECISION.ID.eq(DECISION_DOSSIER.DECISION_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(ACCESS_DECISION.SIGNED_EVENT_ID))
        .where(DECISION_DOSSIER.DECISION_ID.eq(decision))
        .fetchOptional(
            row -> {
              String hash = Frozen.sha256(row.value1());
              String signed =
                  Frozen.named(row.value3())
                      .orElseGet(() -> HexFormat.of().formatHex(row.value2()));
              if (!signed.equals(hash)) {
                throw new IllegalStateException("the dossier of " + decision + " was changed");
              }
              return new Saw(Frozen.read(row.value1()), hash);
            })
        .orElseThrow(() -> new IllegalStateException("decision " + decision + " has no dossier"));
  }

  /**
   * What a signer saw.
   *
   * @param sha256 of the text that is kept
   */
  public record Saw(Dossier dossier, String sha256) {}

  /** What a person saw of it at a look, and when. */
  record Seen(Instant at, Snapshot what) {}

  /** What access follows from, of every platform the viewer sees, or of one. */
  Map<Long, List<AccessHistory.Signed>> signed(Tx tx, Optional<Long> platform) {
    return tx.sql()
        .select(
            ACCESS_DECISION.PLATFORM_ID,
            ACCESS_DECISION.NUMBER,
            DECISION_KIND.EFFECT,
            DECISION_KIND.NEEDS_CONDITIONS,
            ACCESS_DECISION.SIGNED_AT,
            ACCESS_DECISION.STARTS_AT,
            ACCESS_DECISION.ENDS_AT)
        .from(ACCESS_DECISION)
        .join(DECISION_KIND)
        .on(
            DECISION_KIND.RULE_SET_ID.eq(ACCESS_DECISION.RULE_SET_ID),
            DECISION_KIND.CODE.eq(ACCESS_DECISION.KIND_CODE))
        .where(
            ACCESS_DECISION.STAGE.eq(DecisionStage.SIGNED),
            platform.map(ACCESS_DECISION.PLATFORM_ID::eq).orElse(noCondition()))
        .orderBy(ACCESS_DECISION.ID)
        .fetchGroups(
            r -> r.value1(),
            r ->
                new AccessHistory.Signed(
                    r.value2(),
                    Effect.valueOf(r.value3().toUpperCase(Locale.ROOT)),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    Optional.ofNullable(r.value7())));
  }

  List<AccessHistory.Signed> signed(Tx tx, long platform) {
    return signed(tx, Optional.of(platform)).getOrDefault(platform, List.of());
  }

  /** Where a platform's access stands, and stood. */
  public AccessHistory history(Tx tx, long platform) {
    return AccessHistory.of(signed(tx, platform), tx.now());
  }

  /** The numbers of signed decisions that leave something to watch: conditions, or waivers. */
  Set<String> watched(Tx tx) {
    return tx.sql()
        .select(ACCESS_DECISION.NUMBER)
        .from(ACCESS_DECISION)
        .join(DECISION_KIND)
        .on(
            DECISION_KIND.RULE_SET_ID.eq(ACCESS_DECISION.RULE_SET_ID),
            DECISION_KIND.CODE.eq(ACCESS_DECISION.KIND_CODE))
        .where(
            ACCESS_DECISION.STAGE.eq(DecisionStage.SIGNED),
            DECISION_KIND
                .NEEDS_CONDITIONS
                .isTrue()
                .or(
                    exists(
                        selectOne()
                            .from(DECISION_WAIVER_SECOND)
                            .where(DECISION_WAIVER_SECOND.DECISION_ID.eq(ACCESS_DECISION.ID)))))
        .fetchSet(ACCESS_DECISION.NUMBER);
  }

  /** The breaks of a decision's conditions that were looked into. */
  record Review(String broken, String outcome, Instant at, By by) {}

  List<Review> reviews(Tx tx, long decision) {
    return tx.sql()
        .select(
            DECISION_REVIEW.BROKEN, DECISION_REVIEW.OUTCOME, DECISION_REVIEW.REVIEWED_AT, Ledger.BY)
        .from(DECISION_REVIEW)
        .join(EVENT)
        .on(EVENT.ID.eq(DECISION_REVIEW.EVENT_ID))
        .where(DECISION_REVIEW.DECISION_ID.eq(decision))
        .orderBy(DECISION_REVIEW.ID)
        .fetch(mapping(Review::new));
  }
}
