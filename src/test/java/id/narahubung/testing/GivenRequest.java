package id.narahubung.testing;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.requests.Item;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.Origin;
import id.narahubung.requests.RequestContent;
import id.narahubung.requests.RequesterKind;
import id.narahubung.requests.SaveDraft;
import id.narahubung.requests.Scope;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.testing.Given.Company;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A request a test starts from: complete, of one item, by the usual officer and supervisor. */
public final class GivenRequest {

  private static final byte[] SCREENSHOT = Samples.png(8, 8);

  private final Given given;
  private final Company company;
  private PersonViewer author;
  private int items = 1;
  private Optional<String> pasted = Optional.empty();
  private RequestContent content;
  private List<String> leftOut = List.of();
  private boolean illustrated = true;

  GivenRequest(Given given, Company company) {
    this.given = given;
    this.company = company;
    this.author = given.officer();
    this.content = content(company.platform().id());
  }

  /** A request as it was delivered. */
  public record Sent(long id, String number, List<Item> items) {

    public List<ItemRef> refs() {
      return items.stream().map(Item::ref).toList();
    }

    public List<ItemRef> ref(int ordinal) {
      return List.of(items.get(ordinal - 1).ref());
    }
  }

  /** All that an order must hold, for a category of 24 hours. */
  public static RequestContent content(long platform) {
    return new RequestContent(
        platform,
        "Perjudian daring",
        "04",
        "ordinary",
        "",
        RequesterKind.AGENCY,
        "Direktorat Pengendalian",
        "direktorat@kementerian.example",
        Origin.CYBER_PATROL,
        "B-12/2026",
        Optional.of(LocalDate.of(2026, 3, 1)),
        List.of("ite_27_2", "pm5_9_4_a"),
        "Menawarkan perjudian.",
        "remove",
        Scope.INDONESIA,
        true,
        "Tulis kepada direktorat dalam 14 hari.",
        "");
  }

  public GivenRequest by(PersonViewer officer) {
    author = officer;
    return this;
  }

  public GivenRequest withItems(int number) {
    items = number;
    return this;
  }

  public GivenRequest with(UnaryOperator<RequestContent> change) {
    content = change.apply(content);
    return this;
  }

  /** The urgent category: 4 hours. */
  public GivenRequest urgent() {
    return with(c -> withCategory(c, "03", "urgent"));
  }

  public GivenRequest about(String subject) {
    return with(c -> withSubject(c, subject));
  }

  public RequestContent content() {
    return content;
  }

  /** So many addresses, one a line. */
  public static String addresses(String host, int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> "https://" + host + "/v/" + n)
        .collect(Collectors.joining("\n"));
  }

  /** What was pasted, where that is not a list of the platform's own addresses. */
  public GivenRequest pasting(String text) {
    pasted = Optional.of(text);
    return this;
  }

  public String pasted() {
    return pasted.orElseGet(this::addresses);
  }

  private String addresses() {
    return addresses(
        company.platform().name().toLowerCase(java.util.Locale.ROOT) + ".example", items);
  }

  /** Without the requester's letter, for a reason. */
  public GivenRequest withoutItsLetter() {
    leftOut = List.of("letter_number", "letter_date");
    return with(GivenRequest::withoutLetter);
  }

  /** Without any evidence; submitted so for a reason. */
  public GivenRequest withoutScreenshot() {
    illustrated = false;
    return this;
  }

  /** Saves it, with a screenshot where it may have one, and gives the draft's id. */
  public long drafted() {
    long draft = saved();
    if (illustrated && !given.read(author, draft).restriction().restricted()) {
      new GivenEvidence(given).onDraft(author, draft, SCREENSHOT, "tangkapan-layar.png", true);
    }
    return draft;
  }

  private long saved() {
    return given.as(
        author,
        tx -> {
          long id =
              given
                  .desk()
                  .save()
                  .run(
                      tx,
                      given.act(),
                      SaveDraft.Target.startedFrom(Optional.empty()),
                      content,
                      pasted());
          int version = 1;
          for (String need : leftOut) {
            given
                .desk()
                .override()
                .run(tx, given.act(), id, version++, need, Optional.of("Menyusul."));
          }
          return id;
        });
  }

  /** Saves and submits it. */
  public long submitted() {
    long id = drafted();
    if (!illustrated) {
      given.withoutScreenshot(author, id);
    }
    return given.as(
        author,
        tx -> {
          int version = given.desk().requests().fetch(tx, id).version();
          given.desk().submit().run(tx, given.act(), id, version);
          return id;
        });
  }

  /** Saves, submits and sends it. Needs somebody at the company, and makes a responder if not. */
  public Sent sent() {
    boolean staffed =
        given.as(given.supervisor(), tx -> given.desk().requests().isStaffed(tx, company.id()));
    if (!staffed) {
      given.responder(company);
    }
    long id = submitted();
    TakedownRequest waiting = given.read(given.supervisor(), id);
    String number =
        given.as(
            given.supervisor(),
            tx -> given.desk().send().run(tx, given.act(), id, waiting.version()));
    return new Sent(id, number, given.items(given.supervisor(), id));
  }

  /** Sent, of a restricted category, with items that are described in words. */
  public static Sent restricted(Given given, Company company, int items) {
    PersonViewer trusted = given.person(given.ministry(), Role.OFFICER, Role.RESTRICTED_OFFICER);
    long id =
        given
            .request(company)
            .by(trusted)
            .with(c -> withCategory(c, "01", "urgent"))
            .withItems(items)
            .drafted();
    given
        .db()
        .run(
            trusted,
            tx -> {
              tx.sql().execute("update item set described = true where request_id = " + id);
              int version = given.desk().requests().fetch(tx, id).version();
              given.desk().submit().run(tx, given.act(), id, version);
            });
    int version = given.read(given.supervisor(), id).version();
    String number =
        given.as(given.supervisor(), tx -> given.desk().send().run(tx, given.act(), id, version));
    return new Sent(id, number, given.items(given.supervisor(), id));
  }

  public static RequestContent withSubject(RequestContent c, String subject) {
    return copy(c, subject, c.categoryCode(), c.urgencyCode(), c.basisCodes(), c.analysis());
  }

  public static RequestContent withCategory(RequestContent c, String category, String urgency) {
    return copy(c, c.subject(), category, urgency, c.basisCodes(), c.analysis());
  }

  public static RequestContent withAnalysis(RequestContent c, String analysis) {
    return copy(c, c.subject(), c.categoryCode(), c.urgencyCode(), c.basisCodes(), analysis);
  }

  /** The same summed up in English. */
  public static RequestContent withEnglish(RequestContent c, String summary) {
    return new RequestContent(
        c.platformId(),
        c.subject(),
        c.categoryCode(),
        c.urgencyCode(),
        c.urgencyReason(),
        c.requesterKind(),
        c.requesterBody(),
        c.requesterContact(),
        c.origin(),
        c.letterNumber(),
        c.letterDate(),
        c.basisCodes(),
        c.analysis(),
        c.measureCode(),
        c.scope(),
        c.uploaderMayBeTold(),
        c.redress(),
        summary);
  }

  /** The same without its legal bases: not complete. */
  public static RequestContent withoutBases(RequestContent c) {
    return copy(c, c.subject(), c.categoryCode(), c.urgencyCode(), List.of(), c.analysis());
  }

  /** The same without the requester's letter: not complete, but that may be left out. */
  public static RequestContent withoutLetter(RequestContent c) {
    return new RequestContent(
        c.platformId(),
        c.subject(),
        c.categoryCode(),
        c.urgencyCode(),
        c.urgencyReason(),
        c.requesterKind(),
        c.requesterBody(),
        c.requesterContact(),
        c.origin(),
        "",
        Optional.empty(),
        c.basisCodes(),
        c.analysis(),
        c.measureCode(),
        c.scope(),
        c.uploaderMayBeTold(),
        c.redress(),
        c.englishSummary());
  }

  private static RequestContent copy(
      RequestContent c,
      String subject,
      String category,
      String urgency,
      List<String> bases,
      String analysis) {
    return new RequestContent(
        c.platformId(),
        subject,
        category,
        urgency,
        c.urgencyReason(),
        c.requesterKind(),
        c.requesterBody(),
        c.requesterContact(),
        c.origin(),
        c.letterNumber(),
        c.letterDate(),
        bases,
        analysis,
        c.measureCode(),
        c.scope(),
        c.uploaderMayBeTold(),
        c.redress(),
        c.englishSummary());
  }
}
