package id.narahubung.requests;

import static id.narahubung.requests.Completeness.State.MET;
import static id.narahubung.requests.Completeness.State.MISSING;
import static id.narahubung.requests.Completeness.State.OVERRIDDEN;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.ContentAddress;
import id.narahubung.addresses.Found;
import id.narahubung.evidence.Evidence;
import id.narahubung.evidence.EvidenceCard;
import id.narahubung.ledger.Event;
import id.narahubung.platforms.Platform;
import id.narahubung.requests.DraftPage.Bad;
import id.narahubung.requests.DraftPage.Linked;
import id.narahubung.requests.DraftPage.Missing;
import id.narahubung.requests.DraftPage.Overridden;
import id.narahubung.requests.DraftPage.Repeat;
import id.narahubung.rules.FirstOrder;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Sending;
import id.narahubung.rules.Urgency;
import id.narahubung.sheets.Sheet;
import id.narahubung.text.Language;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the page of a draft: what it says, what was found in the pasted text, what is missing. */
final class DraftPageMaker {

  private final Words words;
  private final Wording wording;
  private final PreviewWording preview;
  private final DigestMaker digest;
  private final PersonViewer viewer;
  private final Instant now;

  DraftPageMaker(Words words, PersonViewer viewer, Instant now) {
    this.words = words;
    this.wording = new Wording(words, now);
    this.preview = new PreviewWording(words, now);
    this.digest = new DigestMaker(words, now);
    this.viewer = viewer;
    this.now = now;
  }

  /** What was read for the page, in one transaction. */
  record Read(
      TakedownRequest draft,
      RuleSet rules,
      FirstOrder firstOrder,
      Platform platform,
      String pasted,
      Preview preview,
      Map<String, ItemAbout> about,
      Form place,
      int after,
      int dueBy,
      List<TakedownRequest> linked,
      List<BlockListStore.BlockList> blockLists,
      Optional<Map<String, String>> returned,
      boolean isAuthor,
      boolean isLendersOwn,
      List<MessageStore.Message> messages,
      List<Evidence> evidence,
      List<Event> events,
      Form form,
      String refusal) {

    ItemAbout about(Preview.Row row) {
      return row.item().restricted()
          ? ItemAbout.NOTHING
          : about.getOrDefault(row.item().url(), ItemAbout.NOTHING);
    }
  }

  DraftPage make(Read read) {
    TakedownRequest draft = read.draft();
    int items = draft.counts().items();
    Found found = AddressFinder.in(read.pasted());
    NarrowedRows narrowed =
        NarrowedRows.of(
            read.place(),
            read.form(),
            read.preview(),
            found,
            read.about(),
            draft.restriction().restricted());
    DraftRows rows = new DraftRows(words, preview, read, narrowed);
    Urgency urgency = read.rules().urgency(draft.content().urgencyCode());
    boolean waiting = draft.stage() == Stage.AWAITING_APPROVAL;
    boolean discarded = draft.stage() == Stage.DISCARDED;
    boolean theirs = DiscardDraft.isTheirs(viewer, read.isAuthor());
    boolean decides = waiting && viewer.may(Permission.SEND_REQUESTS);
    Optional<String> obstacle = decides ? obstacle(read) : Optional.empty();
    Completeness needs = Completeness.of(draft, read.rules());
    boolean writes = viewer.may(Permission.DRAFT_REQUESTS) && draft.stage() == Stage.DRAFT;
    Optional<DraftPage.Digest> waitingDigest =
        Optional.of(read).filter(each -> waiting).map(each -> digest.make(each, narrowed.picked()));
    return new DraftPage(
        draft.content().subject(),
        words.say("draft.eyebrow", read.platform().name()),
        "/drafts/" + draft.id(),
        draft.version(),
        draft.stage() == Stage.DRAFT && !read.messages().isEmpty()
            ? new Wording.Tag(words.say("request.state.returned"), "soon", "")
            : wording.stateTag(draft.state(), draft.counts()),
        read.refusal(),
        meter(needs),
        needs.in(MISSING).stream()
            .filter(line -> !discarded)
            .map(line -> missing(read, line, writes))
            .toList(),
        // Whoever decides reads them in the digest, with who left them out.
        needs.in(OVERRIDDEN).stream().filter(line -> !waiting).map(this::overridden).toList(),
        new OrderFacts(words).of(draft, read.rules()),
        words.say("draft.found", items, found.bad().size()),
        preview.looks(read.preview()),
        rows.good(rows.warned()),
        rows.good(rows.shown()),
        read.after(),
        rows.turning(waitingDigest),
        rows.narrowing(),
        narrowed.bad().stream()
            .map(
                bad ->
                    new Bad(
                        bad.line(),
                        given(draft, bad.shown()),
                        words.say("address.fault." + Wording.lower(bad.fault()))))
            .toList(),
        narrowed.repeated().stream()
            .map(
                again ->
                    new Repeat(
                        again.line(),
                        given(draft, again.given()),
                        words.say("draft.line", again.first().line())))
            .toList(),
        writes ? preview.offers(draft, read.preview()) : List.of(),
        file(read),
        categories(read),
        linked(read),
        preflight(read, urgency),
        waiting ? announcing(read) : Optional.empty(),
        waitingDigest,
        writes,
        writes,
        decides,
        decides && obstacle.isEmpty(),
        obstacle,
        writes && theirs,
        discarded && theirs,
        discarded,
        new Field(
            "note",
            words.say("draft.note"),
            words.say("draft.note.hint"),
            read.form().text("note"),
            read.form().error("note", words),
            true,
            List.of()),
        new Field(
            "reason",
            words.say("draft.strike.reason"),
            words.say("draft.strike.reason.hint"),
            read.form().text("reason"),
            read.form().error("reason", words),
            true,
            List.of()),
        read.form().errors(words),
        notes(read),
        timeline(read),
        words.say("draft.send", items),
        words.say("draft.submit", items),
        EvidenceCard.of(words, viewer, read.evidence(), "/drafts/" + draft.id(), "", writes),
        RestrictedCard.of(words, viewer, draft, "/drafts/" + draft.id(), Optional.empty()),
        writes && draft.restriction().restricted(),
        waiting ? haste(read, urgency) : Optional.empty());
  }

  /** Why it is for another supervisor to send it. */
  private Optional<String> obstacle(Read read) {
    if (read.isAuthor()) {
      return Optional.of(words.say("draft.own"));
    }
    return read.isLendersOwn() ? Optional.of(words.say("draft.lenders")) : Optional.empty();
  }

  /** What is said beside the button of an officer who may send it; empty where nobody may. */
  private Optional<String> haste(Read read, Urgency urgency) {
    return read.rules()
        .sending()
        .confirmWithin()
        .filter(
            within -> urgency.mark() && viewer.may(Permission.SEND_IN_HASTE) && !read.isAuthor())
        .map(within -> words.say("haste.send.text", words.span(within)));
  }

  /** What was pasted into a restricted draft is shown on demand only, like its items. */
  private String given(TakedownRequest draft, String given) {
    return draft.restriction().restricted()
        ? words.say("item.restricted")
        : ContentAddress.defanged(given);
  }

  private String meter(Completeness needs) {
    int there = needs.in(MET).size() + needs.in(OVERRIDDEN).size();
    return words.say("draft.meter", there, needs.lines().size());
  }

  private Missing missing(Read read, Completeness.Line line, boolean writes) {
    String need = line.requirement().need();
    String name = OverridePages.field(need);
    return new Missing(
        need,
        words.say("need." + need),
        "/drafts/" + read.draft().id() + Need.of(need).where(),
        words.label(line.requirement().article()),
        Optional.of(name)
            .filter(field -> writes && line.requirement().overridable())
            .map(
                field ->
                    new Field(
                        field,
                        words.say("draft.override.reason"),
                        words.say("draft.override.reason.hint"),
                        read.form().text(field),
                        read.form().error(field, words),
                        true,
                        List.of())));
  }

  private Overridden overridden(Completeness.Line line) {
    String need = line.requirement().need();
    return new Overridden(need, words.say("need." + need), line.reason());
  }

  /** What has to go before the first order to a company; empty where nothing does any more. */
  private Optional<DraftPage.Announcing> announcing(Read read) {
    Sending sending = read.rules().sending();
    Optional<Instant> from = read.firstOrder().from(sending);
    if (from.filter(at -> !at.isAfter(now)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        from.map(
                at ->
                    new DraftPage.Announcing(words.say("announce.from", words.instant(at)), false))
            .orElseGet(
                () ->
                    new DraftPage.Announcing(
                        words.say(
                            "announce.first",
                            words.span(sending.noticeBeforeFirst().orElse(Duration.ZERO))),
                        viewer.may(Permission.SEND_REQUESTS))));
  }

  /** What would happen if it were sent now: due when, here and there, and beside what else. */
  private List<String> preflight(Read read, Urgency urgency) {
    Instant due = now.plus(urgency.span());
    Platform platform = read.platform();
    String there = words.at(due, platform.zone());
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            "draft.due",
            words.label(urgency.label()),
            words.span(urgency.span()),
            words.instant(due)));
    lines.add(
        words.say(
            platform.isReachableAt(now) ? "draft.due.reachable" : "draft.due.unreachable",
            platform.name(),
            words.time(platform.contactOpens()),
            words.time(platform.contactCloses()),
            there));
    lines.add(words.say("draft.due.beside", read.dueBy()));
    boolean declared = platform.language() == Language.EN;
    boolean summed = !read.draft().content().englishSummary().isEmpty();
    if (declared != summed) {
      lines.add(
          words.say(
              declared ? "draft.english_missing" : "draft.english_unprinted",
              platform.companyName()));
    }
    return lines;
  }

  /** A table may come as a file in place of being pasted. */
  private Field file(Read read) {
    return new Field(
        "file",
        words.say("upload.file"),
        words.say("upload.file.hint", Sheet.limits().toArray()),
        "",
        read.form().error("file", words),
        true,
        List.of());
  }

  private Field categories(Read read) {
    String now =
        read.form().has("category")
            ? read.form().text("category")
            : read.draft().content().categoryCode();
    return new Field(
        "category",
        words.say("draft.split.category"),
        "",
        "",
        "",
        true,
        read.rules().categories().stream()
            .map(
                each ->
                    new Field.Choice(
                        each.code(), words.label(each.label()), "", each.code().equals(now)))
            .toList());
  }

  private List<Linked> linked(Read read) {
    List<Linked> linked = new ArrayList<>();
    for (TakedownRequest other : read.linked()) {
      linked.add(
          new Linked(
              words.say(
                  "draft.linked",
                  words.label(read.rules().category(other.content().categoryCode()).label()),
                  other.counts().items(),
                  wording.state(other.state(), other.counts())),
              other.number().map(number -> "/requests/" + number).orElse("/drafts/" + other.id())));
    }
    for (BlockListStore.BlockList list : read.blockLists()) {
      linked.add(
          new Linked(
              words.say("draft.block_list", list.size(), words.instant(list.madeAt())),
              "/drafts/" + read.draft().id() + "/block-lists/" + list.id()));
    }
    return linked;
  }

  private List<RequestPage.Note> notes(Read read) {
    return read.messages().stream()
        .map(
            message ->
                new RequestPage.Note(
                    "private",
                    words.say("draft.note.of"),
                    words.instantShort(message.writtenAt()) + ", " + wording.by(message.by()),
                    message.text(),
                    true,
                    false))
        .toList();
  }

  private List<RequestPage.Moment> timeline(Read read) {
    return read.events().reversed().stream()
        .map(
            event ->
                new RequestPage.Moment(
                    wording.event(event, read.rules()),
                    words.instantShort(event.at()) + ", " + wording.by(event.by()),
                    event.by().side(),
                    false,
                    ""))
        .toList();
  }
}
