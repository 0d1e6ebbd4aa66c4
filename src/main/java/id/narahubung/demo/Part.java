package id.narahubung.demo;

import id.narahubung.access.Role;
import id.narahubung.text.Language;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of the demonstration, named by role and not after people. */
enum Part {
  OFFICER_1(Body.MINISTRY, "petugas1", Role.OFFICER, Role.RESTRICTED_OFFICER),
  OFFICER_2(Body.MINISTRY, "petugas2", Role.OFFICER),
  SUPERVISOR_1(Body.MINISTRY, "penyelia1", Role.SUPERVISOR),
  SUPERVISOR_2(Body.MINISTRY, "penyelia2", Role.SUPERVISOR),
  DECISION_MAKER(Body.MINISTRY, "pejabat", Role.DECISION_MAKER),
  ADMINISTRATOR(Body.MINISTRY, "administrator", Role.ADMINISTRATOR),
  BYTEDANCE_RESPONDER_1(Body.BYTEDANCE, "responder1", Role.RESPONDER),
  BYTEDANCE_RESPONDER_2(Body.BYTEDANCE, "responder2", Role.RESPONDER),
  BYTEDANCE_LEAD(Body.BYTEDANCE, "lead", Role.LEAD, Role.RESTRICTED_RESPONDER),
  BYTEDANCE_VIEWER(Body.BYTEDANCE, "viewer", Role.VIEWER),
  KLIP_RESPONDER(Body.KLIP, "responder1", Role.RESPONDER),
  KLIP_LEAD(Body.KLIP, "lead", Role.LEAD, Role.RESTRICTED_RESPONDER),
  /** Made last: its act tells that the demonstration is whole. */
  AUDITOR(Body.MINISTRY, "auditor", Role.AUDITOR);

  private final Body body;
  private final String local;
  private final Role role;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Role> beside;

  Part(Body body, String local, Role role, Role... beside) {
    this.body = body;
    this.local = local;
    this.role = role;
    this.beside = Set.of(beside);
  }

  Body body() {
    return body;
  }

  /** The part before the @; unique in its organisation. */
  String local() {
    return local;
  }

  Role role() {
    return role;
  }

  /** All its roles; some are given beside another. */
  Set<Role> roles() {
    return Stream.concat(Stream.of(role), beside.stream()).collect(Collectors.toSet());
  }

  String email() {
    return local + "@" + body.domain;
  }

  /** The organisations, with how their people read. */
  enum Body {
    MINISTRY("kominfo.example", Language.ID, "Asia/Jakarta"),
    BYTEDANCE("bytedance.example", Language.EN, "Asia/Shanghai"),
    KLIP("klip.example", Language.ID, "Asia/Makassar");

    private final String domain;
    private final Language language;
    private final String zone;

    Body(String domain, Language language, String zone) {
      this.domain = domain;
      this.language = language;
      this.zone = zone;
    }

    Language language() {
      return language;
    }

    ZoneId zone() {
      return ZoneId.of(zone);
    }
  }
}
