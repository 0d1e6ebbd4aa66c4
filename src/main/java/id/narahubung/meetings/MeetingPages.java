package id.narahubung.meetings;

import static io.javalin.http.HttpStatus.OK;
import static io.javalin.http.HttpStatus.SEE_OTHER;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.Permission;
import id.narahubung.access.RuleBroken;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.ConstraintBroken;
import id.narahubung.data.Database;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import id.narahubung.meetings.Meeting.Minutes;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.requests.Address;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.requests.Wording.Tag;
import id.narahubung.text.Words;
import id.narahubung.web.Field;
import id.narahubung.web.Field.Choice;
import id.narahubung.web.Filters;
import id.narahubung.web.Flash;
import id.narahubung.web.Form;
import id.narahubung.web.FormPage.Link;
import id.narahubung.web.Pages;
import id.narahubung.web.PathId;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The meetings of both sides, and each with its minutes. */
public final class MeetingPages {

  private static final int ROWS = 50;
  private static final String PLATFORM = "platform";

  /** Those that wait for the own signature. */
  static final String TO_SIGN = "unsigned";

  private final Database db;
  private final Pages pages;
  private final Once once;
  private final MeetingStore meetings;
  private final PlatformStore platforms;
  private final SignMinutes sign;
  private final WhatWasMade made;

  public MeetingPages(
      Database db,
      Pages pages,
      Once once,
      MeetingStore meetings,
      PlatformStore platforms,
      SignMinutes sign,
      WhatWasMade made) {
    this.db = db;
    this.pages = pages;
    this.once = once;
    this.meetings = meetings;
    this.platforms = platforms;
    this.sign = sign;
    this.made = made;
  }

  void list(Context ctx) {
    Reader reader = Reader.of(ctx);
    Form query = Form.ofQuery(ctx);
    pages.show(
        ctx,
        "meetings/list",
        db.as(reader.viewer(), tx -> page(tx, reader.words(), reader.viewer(), query)));
  }

  private MeetingsPage page(Tx tx, Words words, PersonViewer viewer, Form query) {
    Optional<Long> platform = id(query, PLATFORM);
    boolean toSign = query.has(TO_SIGN);
    List<Meeting> found = meetings.list(tx, platform, toSign, id(query, "before"), ROWS + 1);
    List<Meeting> shown = found.subList(0, Math.min(ROWS, found.size()));
    Address address = Address.of("/meetings", query, List.of(PLATFORM, TO_SIGN));
    return new MeetingsPage(
        viewer.may(Permission.WRITE_MINUTES),
        Address.of("/meetings/new", query, List.of(PLATFORM)).toString(),
        filters(tx, words, query),
        shown.stream().map(meeting -> row(words, meeting)).toList(),
        platform.isPresent() || toSign,
        toSign,
        found.size() > ROWS
            ? address.with("before", Long.toString(shown.getLast().id())).toString()
            : "");
  }

  private static Optional<Long> id(Form query, String name) {
    return query.has(name) ? Optional.of(query.id(name)) : Optional.empty();
  }

  /** None where there is one platform to choose from. */
  private List<Field> filters(Tx tx, Words words, Form query) {
    Filters filters = new Filters(words, query, "column.");
    List<Choice> choices =
        platforms.list(tx).stream()
            .map(each -> filters.choice(PLATFORM, Long.toString(each.id()), each.name()))
            .toList();
    return choices.size() > 1 ? List.of(filters.select(PLATFORM, choices)) : List.of();
  }

  private static MeetingsPage.Row row(Words words, Meeting meeting) {
    return new MeetingsPage.Row(
        "/meetings/" + meeting.id(),
        words.date(meeting.heldOn()),
        meeting.platform(),
        meeting.place(),
        meeting.latest().text().agenda(),
        state(words, meeting));
  }

  void show(Context ctx) {
    show(ctx, OK, "");
  }

  private void show(Context ctx, HttpStatus status, String refusal) {
    Reader reader = Reader.of(ctx);
    long id = PathId.of(ctx, "meeting");
    pages.show(
        ctx,
        status,
        "meetings/show",
        db.as(
            reader.viewer(),
            tx -> page(tx, reader.words(), reader.viewer(), meetings.fetch(tx, id), refusal)));
  }

  private MeetingPage page(
      Tx tx, Words words, PersonViewer viewer, Meeting meeting, String refusal) {
    return new MeetingPage(
        meeting.id(),
        title(words, meeting),
        refusal,
        meeting.platform(),
        meeting
            .visit()
            .map(
                number -> new Link("/verifications/" + number, words.say("meeting.visit", number))),
        state(words, meeting),
        viewer.may(Permission.WRITE_MINUTES),
        viewer.may(Permission.SIGN_MINUTES) && meeting.latest().signature(viewer.side()).isEmpty(),
        side(words, viewer.side()),
        meeting.minutes().reversed().stream()
            .map(minutes -> version(words, meeting, minutes))
            .toList(),
        made.atMeeting(tx, words, meeting.id()));
  }

  static String title(Words words, Meeting meeting) {
    return words.say(
        meeting.isVisit() ? "meeting.title.visit" : "meeting.title",
        words.date(meeting.heldOn()),
        meeting.place());
  }

  private static String side(Words words, Side side) {
    return words.say("side." + side.name().toLowerCase(Locale.ROOT));
  }

  private static MeetingPage.Version version(Words words, Meeting meeting, Minutes minutes) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("meeting.agenda"), minutes.text().agenda()));
    facts.add(new Fact(words.say("meeting.ministry_present"), minutes.text().ministryPresent()));
    facts.add(new Fact(words.say("meeting.company_present"), minutes.text().companyPresent()));
    if (!minutes.reason().isEmpty()) {
      facts.add(new Fact(words.say("meeting.reason"), minutes.reason()));
    }
    facts.add(
        new Fact(
            words.say("meeting.written"),
            words.instant(minutes.writtenAt()) + ", " + minutes.by().told(words)));
    return new MeetingPage.Version(
        minutes.number(),
        words.say("meeting.version", minutes.number()),
        mark(words, meeting, minutes),
        facts,
        minutes.text().body(),
        Arrays.stream(Side.values()).map(side -> signature(words, minutes, side)).toList());
  }

  private static Fact signature(Words words, Minutes minutes, Side side) {
    return new Fact(
        side(words, side),
        minutes
            .signature(side)
            .map(
                each ->
                    words.say("meeting.signed.by", words.instant(each.at()), each.by().told(words)))
            .orElseGet(() -> words.say("meeting.signed.not")));
  }

  private static Tag mark(Words words, Meeting meeting, Minutes minutes) {
    if (meeting.inForce().filter(minutes::equals).isPresent()) {
      return new Tag(words.say("meeting.mark.in_force"), "good", "");
    }
    return minutes.number() == meeting.latest().number()
        ? new Tag(words.say("meeting.mark.waiting"), "soon", "")
        : new Tag(words.say("meeting.mark.replaced"), "withdrawn", "");
  }

  static Tag state(Words words, Meeting meeting) {
    return meeting.latest().isSigned()
        ? new Tag(words.say("meeting.state.signed"), "good", "")
        : new Tag(
            words.say(
                meeting.inForce().isPresent() ? "meeting.state.mended" : "meeting.state.waiting"),
            "soon",
            "");
  }

  void sign(Context ctx) {
    long id = PathId.of(ctx, "meeting");
    Form form = Form.of(ctx);
    if (!form.has("read")) {
      show(ctx, UNPROCESSABLE_CONTENT, Reader.of(ctx).words().say("sign.refused.unread"));
      return;
    }
    try {
      once.run(
          Reader.of(ctx).viewer(),
          form.act(),
          tx -> {
            // What is not there is not found, whatever was sent.
            meetings.fetch(tx, id);
            sign.run(tx, form.act(), id, form.version());
            return id;
          },
          (tx, done) -> id);
    } catch (ConstraintBroken e) {
      // Of two who sign for one side at once the second learns of the first.
      throw e.constraint().equals("minutes_signature_pkey")
          ? new RuleBroken("meeting.refused.signed")
          : e;
    }
    Flash.say(ctx, "meeting.signed.done");
    ctx.redirect("/meetings/" + id, SEE_OTHER);
  }
}
