package id.narahubung.verification;

import static id.narahubung.db.Tables.ANSWER;
import static id.narahubung.db.Tables.ANSWER_TAKEN_BACK;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.URGENCY;
import static id.narahubung.db.Tables.VERIFICATION_ENTRY;
import static id.narahubung.db.Tables.VERIFICATION_LOOK;
import static id.narahubung.db.Tables.VERIFICATION_SAMPLE;
import static id.narahubung.db.Tables.VERIFICATION_STEP;
import static id.narahubung.db.Tables.VERIFICATION_STRATUM;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import id.narahubung.access.Share;
import id.narahubung.data.Tx;
import id.narahubung.db.tables.records.VerificationEntryRecord;
import id.narahubung.db.tables.records.VerificationLookRecord;
import id.narahubung.db.tables.records.VerificationStratumRecord;
import id.narahubung.requests.Standing;
import id.narahubung.sampling.Confidence;
import id.narahubung.sampling.SampleSize;
import id.narahubung.sampling.ToProve;
import id.narahubung.verification.Entry.Found;
import id.narahubung.verification.Entry.Listed;
import id.narahubung.verification.Entry.Seen;
import id.narahubung.verification.Entry.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** Lists that are sampled, who was drawn from them, and how they were found. */
final class SampleStore {

  private static final List<SelectField<?>> FIELDS =
      List.of(
          VERIFICATION_ENTRY.ORDINAL,
          VERIFICATION_ENTRY.NUMBER,
          VERIFICATION_ENTRY.ITEM_ID,
          VERIFICATION_ENTRY.ADDRESS,
          VERIFICATION_ENTRY.STRATUM,
          VERIFICATION_ENTRY.URGENT,
          VERIFICATION_ENTRY.PLACE,
          VERIFICATION_ENTRY.VERDICT,
          VERIFICATION_ENTRY.NOTE,
          VERIFICATION_ENTRY.LOOKS);

  private static Entry toEntry(Record r) {
    return new Entry(
        r.get(VERIFICATION_ENTRY.ORDINAL),
        r.get(VERIFICATION_ENTRY.NUMBER),
        Optional.ofNullable(r.get(VERIFICATION_ENTRY.ITEM_ID)),
        r.get(VERIFICATION_ENTRY.ADDRESS),
        r.get(VERIFICATION_ENTRY.STRATUM),
        r.get(VERIFICATION_ENTRY.URGENT),
        Optional.ofNullable(r.get(VERIFICATION_ENTRY.PLACE)),
        Optional.ofNullable(r.get(VERIFICATION_ENTRY.VERDICT)),
        r.get(VERIFICATION_ENTRY.NOTE),
        r.get(VERIFICATION_ENTRY.LOOKS));
  }

  /**
   * The answered items of these requests that wait to be looked at, in their order: what was
   * settled or opened again is none of the list.
   */
  List<Listed> answered(Tx tx, long platform, Collection<String> requests, int most) {
    Field<Long> answer =
        DSL.field(
            select(max(ANSWER.ID))
                .from(ANSWER)
                .where(
                    ANSWER.ITEM_ID.eq(ITEM.ID),
                    notExists(
                        selectOne()
                            .from(ANSWER_TAKEN_BACK)
                            .where(ANSWER_TAKEN_BACK.ANSWER_ID.eq(ANSWER.ID)))));
    return tx.sql()
        .select(
            REQUEST.NUMBER,
            ITEM.ORDINAL,
            ITEM.ID,
            ANSWER.ID,
            ITEM.CATEGORY_CODE,
            ANSWER.TYPE_CODE,
            URGENCY.MARK)
        .from(ITEM)
        .join(REQUEST)
        .on(REQUEST.ID.eq(ITEM.REQUEST_ID))
        .join(ANSWER)
        .on(ANSWER.ID.eq(answer))
        .join(URGENCY)
        .on(URGENCY.RULE_SET_ID.eq(REQUEST.RULE_SET_ID), URGENCY.CODE.eq(REQUEST.URGENCY_CODE))
        .where(
            REQUEST.NUMBER.eq(any(requests.toArray(String[]::new))),
            REQUEST.PLATFORM_ID.eq(platform),
            ITEM.STANDING.eq(Standing.CLAIMED))
        .orderBy(REQUEST.NUMBER, ITEM.ORDINAL)
        .limit(most)
        .fetch(
            r ->
                new Listed(
                    String.format(Locale.ROOT, "%s/%04d", r.value1(), r.value2()),
                    Optional.of(r.value3()),
                    Optional.of(r.value4()),
                    "",
                    r.value5() + "/" + r.value6(),
                    r.value7()));
  }

  /** The list of another step, as it was closed. */
  List<Listed> listOf(Tx tx, String step) {
    return tx.sql()
        .select(
            VERIFICATION_ENTRY.NUMBER,
            VERIFICATION_ENTRY.ITEM_ID.convertFrom(Optional::ofNullable),
            VERIFICATION_ENTRY.ANSWER_ID.convertFrom(Optional::ofNullable),
            VERIFICATION_ENTRY.ADDRESS,
            VERIFICATION_ENTRY.STRATUM,
            VERIFICATION_ENTRY.URGENT)
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(idOf(step)))
        .orderBy(VERIFICATION_ENTRY.ORDINAL)
        .fetch(mapping(Listed::new));
  }

  private static Select<Record1<Long>> idOf(String step) {
    return select(VERIFICATION_STEP.ID)
        .from(VERIFICATION_STEP)
        .where(VERIFICATION_STEP.NUMBER.eq(step));
  }

  /** Closes a list: nothing is added to it, and nothing taken from it, any more. */
  void close(
      Tx tx,
      long event,
      VerificationStep step,
      Sample.Source source,
      Optional<Sample.Origin> origin,
      List<Listed> list) {
    int urgent = (int) list.stream().filter(Listed::urgent).count();
    tx.sql()
        .insertInto(VERIFICATION_SAMPLE)
        .set(VERIFICATION_SAMPLE.STEP_ID, step.id())
        .set(VERIFICATION_SAMPLE.COMPANY_ID, step.of().companyId())
        .set(VERIFICATION_SAMPLE.SIDE, Share.MINISTRY)
        .set(VERIFICATION_SAMPLE.EVENT_ID, event)
        .set(VERIFICATION_SAMPLE.SOURCE, source.name().toLowerCase(Locale.ROOT))
        .set(VERIFICATION_SAMPLE.SIZE, list.size() - urgent)
        .set(VERIFICATION_SAMPLE.URGENT, urgent)
        .set(VERIFICATION_SAMPLE.CLOSED_AT, tx.now())
        .set(VERIFICATION_SAMPLE.ORIGIN, origin.map(each -> each.kind().code()).orElse(null))
        .set(VERIFICATION_SAMPLE.ORIGIN_NAME, origin.map(Sample.Origin::name).orElse(null))
        .set(VERIFICATION_SAMPLE.ORIGIN_SHA256, origin.map(Sample.Origin::sha256).orElse(null))
        .execute();
    List<VerificationEntryRecord> rows = new ArrayList<>();
    for (Listed each : list) {
      VerificationEntryRecord row = tx.sql().newRecord(VERIFICATION_ENTRY);
      row.setStepId(step.id());
      row.setOrdinal(rows.size() + 1);
      row.setCompanyId(step.of().companyId());
      row.setSide(Share.MINISTRY);
      row.setNumber(each.number());
      row.setItemId(each.itemId().orElse(null));
      row.setAnswerId(each.answerId().orElse(null));
      row.setAddress(each.address());
      row.setStratum(each.stratum());
      row.setUrgent(each.urgent());
      rows.add(row);
    }
    tx.insert(rows);
  }

  /** What one draws from, in the order of the list. */
  List<Entry> atRandom(Tx tx, VerificationStep step) {
    return entries(tx, step, VERIFICATION_ENTRY.URGENT.isFalse());
  }

  /** Keeps what was drawn, and to prove what: never another. */
  void draw(
      Tx tx,
      long event,
      VerificationStep step,
      ToProve proof,
      SampleSize size,
      UUID seed,
      Map<String, Integer> strata,
      Map<String, Integer> quotas,
      List<String> drawn) {
    tx.insert(strata.entrySet().stream().map(each -> stratum(tx, step, each, quotas)).toList());
    tx.sql()
        .update(VERIFICATION_SAMPLE)
        .set(VERIFICATION_SAMPLE.BOUND_PERCENT, proof.percent())
        .set(VERIFICATION_SAMPLE.CONFIDENCE, proof.confidence().percent())
        .set(VERIFICATION_SAMPLE.N, size.n())
        .set(VERIFICATION_SAMPLE.TOLERATES, size.tolerates())
        .set(VERIFICATION_SAMPLE.SEED, seed)
        .set(VERIFICATION_SAMPLE.DRAWN_AT, tx.now())
        .set(VERIFICATION_SAMPLE.DRAW_EVENT_ID, event)
        .where(VERIFICATION_SAMPLE.STEP_ID.eq(step.id()))
        .execute();
    String[] numbers = drawn.toArray(String[]::new);
    tx.sql()
        .execute(
            "update verification_entry e set place = d.place from unnest(?::text[]) with ordinality"
                + " as d (number, place) where e.step_id = ? and e.number = d.number",
            numbers,
            step.id());
    // What is urgent is looked at first, all of it.
    tx.sql()
        .execute(
            "update verification_entry e set place = u.place from (select ordinal, ? + row_number()"
                + " over (order by ordinal) as place from verification_entry where step_id = ? and"
                + " urgent) u where e.step_id = ? and e.ordinal = u.ordinal",
            drawn.size(),
            step.id(),
            step.id());
  }

  private static VerificationStratumRecord stratum(
      Tx tx, VerificationStep step, Map.Entry<String, Integer> size, Map<String, Integer> quotas) {
    VerificationStratumRecord row = tx.sql().newRecord(VERIFICATION_STRATUM);
    row.setStepId(step.id());
    row.setCompanyId(step.of().companyId());
    row.setSide(Share.MINISTRY);
    row.setCode(size.getKey());
    row.setSize(size.getValue());
    row.setQuota(quotas.getOrDefault(size.getKey(), 0));
    return row;
  }

  /** The list of a step; none before it is closed. */
  Optional<Sample> find(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(VERIFICATION_SAMPLE.fields())
        .from(VERIFICATION_SAMPLE)
        .where(VERIFICATION_SAMPLE.STEP_ID.eq(step.id()))
        .fetchOptional(r -> toSample(tx, step, r));
  }

  private static Sample toSample(Tx tx, VerificationStep step, Record r) {
    return new Sample(
        Sample.Source.valueOf(r.get(VERIFICATION_SAMPLE.SOURCE).toUpperCase(Locale.ROOT)),
        r.get(VERIFICATION_SAMPLE.SIZE),
        r.get(VERIFICATION_SAMPLE.URGENT),
        r.get(VERIFICATION_SAMPLE.CLOSED_AT),
        strata(tx, step),
        Optional.ofNullable(r.get(VERIFICATION_SAMPLE.ORIGIN)).map(origin -> origin(r, origin)),
        Optional.ofNullable(r.get(VERIFICATION_SAMPLE.SEED)).map(seed -> drawn(r, seed)),
        counts(tx, step));
  }

  private static Sample.Origin origin(Record r, String kind) {
    return new Sample.Origin(
        Sample.Origin.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        r.get(VERIFICATION_SAMPLE.ORIGIN_NAME),
        r.get(VERIFICATION_SAMPLE.ORIGIN_SHA256));
  }

  private static Sample.Drawn drawn(Record r, UUID seed) {
    return new Sample.Drawn(
        new ToProve(
            r.get(VERIFICATION_SAMPLE.BOUND_PERCENT),
            Confidence.find(r.get(VERIFICATION_SAMPLE.CONFIDENCE).toString()).orElseThrow()),
        r.get(VERIFICATION_SAMPLE.N),
        r.get(VERIFICATION_SAMPLE.TOLERATES),
        seed,
        r.get(VERIFICATION_SAMPLE.DRAWN_AT));
  }

  private static Map<String, Integer> strata(Tx tx, VerificationStep step) {
    return new TreeMap<>(
        tx.sql()
            .select(VERIFICATION_ENTRY.STRATUM, count())
            .from(VERIFICATION_ENTRY)
            .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()), VERIFICATION_ENTRY.URGENT.isFalse())
            .groupBy(VERIFICATION_ENTRY.STRATUM)
            .fetchMap(r -> r.value1(), r -> r.value2()));
  }

  private static Sample.Counts counts(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(
            found(Verdict.GOOD, false),
            found(Verdict.FAILED, false),
            found(Verdict.UNCHECKED, false),
            found(Verdict.GOOD, true),
            found(Verdict.FAILED, true),
            found(Verdict.UNCHECKED, true))
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()))
        .fetchSingle(mapping(Sample.Counts::new));
  }

  private static Field<Integer> found(Verdict verdict, boolean urgent) {
    return count()
        .filterWhere(
            VERIFICATION_ENTRY.VERDICT.eq(inline(verdict, VERIFICATION_ENTRY.VERDICT)),
            VERIFICATION_ENTRY.URGENT.eq(inline(urgent)));
  }

  /** Those that are looked at, in that order: what is urgent first. */
  List<Entry> toLook(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(FIELDS)
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()), VERIFICATION_ENTRY.PLACE.isNotNull())
        .orderBy(VERIFICATION_ENTRY.URGENT.desc(), VERIFICATION_ENTRY.PLACE)
        .fetch(SampleStore::toEntry);
  }

  /** The answers that were on the list, by their items. */
  Map<Long, Long> answers(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(VERIFICATION_ENTRY.ITEM_ID, VERIFICATION_ENTRY.ANSWER_ID)
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()), VERIFICATION_ENTRY.ITEM_ID.isNotNull())
        .fetchMap(VERIFICATION_ENTRY.ITEM_ID, VERIFICATION_ENTRY.ANSWER_ID);
  }

  /** The items of the list that nobody drew, of what others of their like were drawn from. */
  List<Long> undrawnItems(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(VERIFICATION_ENTRY.ITEM_ID)
        .from(VERIFICATION_ENTRY)
        .where(
            VERIFICATION_ENTRY.STEP_ID.eq(step.id()),
            VERIFICATION_ENTRY.ITEM_ID.isNotNull(),
            VERIFICATION_ENTRY.PLACE.isNull(),
            DSL.exists(
                selectOne()
                    .from(VERIFICATION_STRATUM)
                    .where(
                        VERIFICATION_STRATUM.STEP_ID.eq(step.id()),
                        VERIFICATION_STRATUM.CODE.eq(VERIFICATION_ENTRY.STRATUM),
                        VERIFICATION_STRATUM.QUOTA.gt(0))))
        .fetch(VERIFICATION_ENTRY.ITEM_ID);
  }

  private static List<Entry> entries(Tx tx, VerificationStep step, Condition which) {
    return tx.sql()
        .select(FIELDS)
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()), which)
        .orderBy(VERIFICATION_ENTRY.ORDINAL)
        .fetch(SampleStore::toEntry);
  }

  /**
   * Adds how some of those drawn were found, and from where one looked: each is a look of its own,
   * and the last one counts.
   */
  void look(Tx tx, long event, VerificationStep step, Collection<Found> found, Seen seen) {
    List<VerificationLookRecord> looks = new ArrayList<>();
    for (Found each : found) {
      VerificationLookRecord look = tx.sql().newRecord(VERIFICATION_LOOK);
      look.setStepId(step.id());
      look.setOrdinal(each.ordinal());
      look.setLook(each.looks() + 1);
      look.setCompanyId(step.of().companyId());
      look.setSide(Share.MINISTRY);
      look.setEventId(event);
      look.setVerdict(each.verdict());
      look.setNote(each.note());
      look.setNetwork(seen.network());
      look.setCountry(seen.country());
      look.setSurface(seen.surface());
      look.setSignedIn(seen.signedIn());
      look.setObservedAt(seen.at());
      looks.add(look);
    }
    tx.insert(looks);
    tx.sql()
        .execute(
            "update verification_entry e set verdict = l.verdict, note = l.note, network = l.network,"
                + " country = l.country, surface = l.surface, signed_in = l.signed_in,"
                + " observed_at = l.observed_at, looks = l.look from verification_look l"
                + " where l.event_id = ? and l.step_id = ? and e.step_id = l.step_id"
                + " and e.ordinal = l.ordinal",
            event,
            step.id());
  }

  /** From where somebody looked last; none before anybody did. */
  Optional<Seen> lastSeen(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(
            VERIFICATION_ENTRY.NETWORK,
            VERIFICATION_ENTRY.COUNTRY,
            VERIFICATION_ENTRY.SURFACE,
            VERIFICATION_ENTRY.SIGNED_IN,
            VERIFICATION_ENTRY.OBSERVED_AT)
        .from(VERIFICATION_ENTRY)
        .where(VERIFICATION_ENTRY.STEP_ID.eq(step.id()), VERIFICATION_ENTRY.VERDICT.isNotNull())
        .orderBy(VERIFICATION_ENTRY.OBSERVED_AT.desc())
        .limit(1)
        .fetchOptional(mapping(Seen::new));
  }

  /** From where, and when, items of one verdict were looked at. */
  record Looked(long item, Verdict verdict, Seen seen, String note) {}

  /** The items that were looked at. */
  List<Looked> looked(Tx tx, VerificationStep step) {
    return tx.sql()
        .select(
            VERIFICATION_ENTRY.ITEM_ID,
            VERIFICATION_ENTRY.VERDICT,
            VERIFICATION_ENTRY.NETWORK,
            VERIFICATION_ENTRY.COUNTRY,
            VERIFICATION_ENTRY.SURFACE,
            VERIFICATION_ENTRY.SIGNED_IN,
            VERIFICATION_ENTRY.OBSERVED_AT,
            VERIFICATION_ENTRY.NOTE)
        .from(VERIFICATION_ENTRY)
        .where(
            VERIFICATION_ENTRY.STEP_ID.eq(step.id()),
            VERIFICATION_ENTRY.ITEM_ID.isNotNull(),
            VERIFICATION_ENTRY.VERDICT.isNotNull())
        .orderBy(VERIFICATION_ENTRY.ORDINAL)
        .fetch(
            r ->
                new Looked(
                    r.value1(),
                    r.value2(),
                    new Seen(r.value3(), r.value4(), r.value5(), r.value6(), r.value7()),
                    r.value8()));
  }
}
