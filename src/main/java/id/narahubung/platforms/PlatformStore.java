package id.narahubung.platforms;

import static id.narahubung.data.Kept.value;
import static id.narahubung.db.Tables.ORGANISATION;
import static id.narahubung.db.Tables.PERSON;
import static id.narahubung.db.Tables.PLATFORM;
import static id.narahubung.db.Tables.PLATFORM_HOST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import id.narahubung.access.NotFound;
import id.narahubung.access.Side;
import id.narahubung.access.Stale;
import id.narahubung.addresses.ByHost;
import id.narahubung.data.Kept;
import id.narahubung.data.Tx;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;

/** Organisations, their platforms and hosts. */
public final class PlatformStore {

  private static final Kept LIST = new Kept();
  private static final Kept FETCH = new Kept();

  /** The platforms the viewer may see, by name. */
  public List<Platform> list(Tx tx) {
    return LIST.fetch(tx, Map.of(), () -> query(tx, noCondition())).map(PlatformStore::platform);
  }

  public Platform fetch(Tx tx, long id) {
    return FETCH
        .fetch(tx, Map.of("id", id), () -> query(tx, PLATFORM.ID.eq(value("id", id))))
        .stream()
        .findFirst()
        .map(PlatformStore::platform)
        .orElseThrow(() -> new NotFound("platform " + id));
  }

  public Optional<Platform> find(Tx tx, String name) {
    return query(tx, PLATFORM.NAME.eq(name)).fetchOptional(PlatformStore::platform);
  }

  /** The hosts a platform's content stands on. */
  public List<String> hosts(Tx tx, long platform) {
    return tx.sql()
        .select(PLATFORM_HOST.HOST)
        .from(PLATFORM_HOST)
        .where(PLATFORM_HOST.PLATFORM_ID.eq(platform))
        .orderBy(PLATFORM_HOST.HOST)
        .fetch(row -> row.value1());
  }

  /** All hosts with their platforms. */
  public ByHost<Platform> hosts(Tx tx) {
    Map<Long, Platform> platforms =
        list(tx).stream().collect(Collectors.toMap(Platform::id, each -> each));
    Map<String, Platform> names = new HashMap<>();
    tx.sql()
        .select(PLATFORM_HOST.HOST, PLATFORM_HOST.PLATFORM_ID)
        .from(PLATFORM_HOST)
        .forEach(
            row -> {
              Platform platform = platforms.get(row.value2());
              if (platform != null) {
                names.put(row.value1(), platform);
              }
            });
    return new ByHost<>(names);
  }

  /** The organisations the viewer may see, the ministry first. */
  public List<Organisation> organisations(Tx tx) {
    return organisations(tx, noCondition());
  }

  public Optional<Organisation> ministry(Tx tx) {
    return organisations(tx, ORGANISATION.SIDE.eq(Side.MINISTRY)).stream().findFirst();
  }

  public Optional<Organisation> findOrganisation(Tx tx, String name) {
    return organisations(tx, ORGANISATION.NAME.eq(name)).stream().findFirst();
  }

  public Optional<Organisation> findOrganisation(Tx tx, long id) {
    return organisations(tx, ORGANISATION.ID.eq(id)).stream().findFirst();
  }

  /** Every organisation with what there is of it, the ministry first. */
  List<KeptOrganisation> keptOrganisations(Tx tx) {
    return keptOrganisations(tx, noCondition());
  }

  KeptOrganisation keptOrganisation(Tx tx, long id) {
    return keptOrganisations(tx, ORGANISATION.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("organisation " + id));
  }

  KeptPlatform kept(Tx tx, long id) {
    Platform platform = fetch(tx, id);
    int version =
        tx.sql()
            .select(PLATFORM.VERSION)
            .from(PLATFORM)
            .where(PLATFORM.ID.eq(id))
            .fetchSingle()
            .value1();
    return new KeptPlatform(platform, version, hosts(tx, id));
  }

  void save(Tx tx, long id, int version, MakeOrganisation.NewOrganisation wanted) {
    int saved =
        tx.sql()
            .update(ORGANISATION)
            .set(ORGANISATION.NAME, wanted.name())
            .set(ORGANISATION.LEGAL_ENTITY, wanted.legalEntity().orElse(null))
            .set(ORGANISATION.TDPSE, wanted.tdpse().orElse(null))
            .set(ORGANISATION.LANGUAGE, wanted.language().code())
            .set(ORGANISATION.VERSION, ORGANISATION.VERSION.plus(1))
            .where(ORGANISATION.ID.eq(id), ORGANISATION.VERSION.eq(version))
            .execute();
    if (saved == 0) {
      throw new Stale("organisation " + id);
    }
  }

  void save(Tx tx, long id, int version, MakePlatform.NewPlatform wanted) {
    int saved =
        tx.sql()
            .update(PLATFORM)
            .set(PLATFORM.NAME, wanted.name())
            .set(PLATFORM.TIME_ZONE, wanted.zone().getId())
            .set(PLATFORM.CONTACT_OPENS, wanted.contactOpens())
            .set(PLATFORM.CONTACT_CLOSES, wanted.contactCloses())
            .set(PLATFORM.VERSION, PLATFORM.VERSION.plus(1))
            .where(PLATFORM.ID.eq(id), PLATFORM.VERSION.eq(version))
            .execute();
    if (saved == 0) {
      throw new Stale("platform " + id);
    }
  }

  void removeHost(Tx tx, long platform, String host) {
    tx.sql()
        .deleteFrom(PLATFORM_HOST)
        .where(PLATFORM_HOST.HOST.eq(host), PLATFORM_HOST.PLATFORM_ID.eq(platform))
        .execute();
  }

  long insert(Tx tx, MakeOrganisation.NewOrganisation organisation) {
    return tx.sql()
        .insertInto(ORGANISATION)
        .set(ORGANISATION.SIDE, organisation.side())
        .set(ORGANISATION.NAME, organisation.name())
        .set(ORGANISATION.LEGAL_ENTITY, organisation.legalEntity().orElse(null))
        .set(ORGANISATION.TDPSE, organisation.tdpse().orElse(null))
        .set(ORGANISATION.LANGUAGE, organisation.language().code())
        .set(ORGANISATION.CREATED_AT, tx.now())
        .returningResult(ORGANISATION.ID)
        .fetchSingle()
        .value1();
  }

  long insert(Tx tx, MakePlatform.NewPlatform platform) {
    return tx.sql()
        .insertInto(PLATFORM)
        .set(PLATFORM.COMPANY_ID, platform.company().id())
        .set(PLATFORM.NAME, platform.name())
        .set(PLATFORM.TIME_ZONE, platform.zone().getId())
        .set(PLATFORM.CONTACT_OPENS, platform.contactOpens())
        .set(PLATFORM.CONTACT_CLOSES, platform.contactCloses())
        .set(PLATFORM.CREATED_AT, tx.now())
        .returningResult(PLATFORM.ID)
        .fetchSingle()
        .value1();
  }

  void addHost(Tx tx, long platform, long company, String host) {
    tx.sql()
        .insertInto(PLATFORM_HOST)
        .set(PLATFORM_HOST.HOST, host)
        .set(PLATFORM_HOST.PLATFORM_ID, platform)
        .set(PLATFORM_HOST.COMPANY_ID, company)
        .execute();
  }

  private static SelectSeekStep1<?, String> query(Tx tx, Condition which) {
    return tx.sql()
        .select(
            PLATFORM.ID,
            PLATFORM.COMPANY_ID,
            ORGANISATION.NAME,
            PLATFORM.NAME,
            PLATFORM.TIME_ZONE,
            PLATFORM.CONTACT_OPENS,
            PLATFORM.CONTACT_CLOSES,
            ORGANISATION.LANGUAGE)
        .from(PLATFORM)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(PLATFORM.COMPANY_ID))
        .where(which)
        .orderBy(PLATFORM.NAME);
  }

  private static Platform platform(Record row) {
    return new Platform(
        row.get(PLATFORM.ID),
        row.get(PLATFORM.COMPANY_ID),
        row.get(ORGANISATION.NAME),
        row.get(PLATFORM.NAME),
        ZoneId.of(row.get(PLATFORM.TIME_ZONE)),
        row.get(PLATFORM.CONTACT_OPENS),
        row.get(PLATFORM.CONTACT_CLOSES),
        Language.of(row.get(ORGANISATION.LANGUAGE)));
  }

  private static List<KeptOrganisation> keptOrganisations(Tx tx, Condition which) {
    return tx.sql()
        .select(
            ORGANISATION.ID,
            ORGANISATION.SIDE,
            ORGANISATION.NAME,
            ORGANISATION.LEGAL_ENTITY,
            ORGANISATION.TDPSE,
            ORGANISATION.LANGUAGE,
            ORGANISATION.VERSION,
            field(selectCount().from(PLATFORM).where(PLATFORM.COMPANY_ID.eq(ORGANISATION.ID))),
            field(
                selectCount()
                    .from(PERSON)
                    .where(PERSON.ORGANISATION_ID.eq(ORGANISATION.ID), PERSON.ACTIVE.isTrue())))
        .from(ORGANISATION)
        .where(which)
        .orderBy(ORGANISATION.SIDE.desc(), ORGANISATION.NAME)
        .fetch(
            row ->
                new KeptOrganisation(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    Optional.ofNullable(row.value4()),
                    Optional.ofNullable(row.value5()),
                    Language.of(row.value6()),
                    row.value7(),
                    row.value8(),
                    row.value9()));
  }

  private static List<Organisation> organisations(Tx tx, Condition which) {
    return tx.sql()
        .select(ORGANISATION.ID, ORGANISATION.SIDE, ORGANISATION.NAME)
        .from(ORGANISATION)
        .where(which)
        .orderBy(ORGANISATION.SIDE.desc(), ORGANISATION.NAME)
        .fetch(row -> new Organisation(row.value1(), row.value2(), row.value3()));
  }
}
