package id.narahubung.meetings;

import id.narahubung.access.Permission;
import id.narahubung.access.Side;
import id.narahubung.commitments.WhatWasMade;
import id.narahubung.data.Tx;
import id.narahubung.requests.Wording.Fact;
import id.narahubung.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page of a platform tells of its last meetings, so that who reads it finds who met, what
 * both sides signed, and what was promised there. Nothing to whoever may not read meetings.
 */
public final class WhatWasHeld {

  /** The commitments of each are read one by one. */
  private static final int MOST = 5;

  private final MeetingStore meetings;
  private final WhatWasMade made;

  public WhatWasHeld(MeetingStore meetings, WhatWasMade made) {
    this.meetings = meetings;
    this.made = made;
  }

  /** The latest first. */
  public List<HeldHere> ofPlatform(Tx tx, Words words, long platform) {
    return tx.viewer().may(Permission.VIEW_REQUESTS)
        ? meetings.list(tx, Optional.of(platform), Optional.empty(), MOST).stream()
            .map(meeting -> held(tx, words, meeting))
            .toList()
        : List.of();
  }

  private HeldHere held(Tx tx, Words words, Meeting meeting) {
    Meeting.Minutes minutes = meeting.latest();
    return new HeldHere(
        "/meetings/" + meeting.id(),
        words.date(meeting.heldOn()),
        meeting.place(),
        minutes.text().agenda(),
        List.of(
            new Fact(side(words, Side.MINISTRY), minutes.text().ministryPresent()),
            new Fact(side(words, Side.COMPANY), minutes.text().companyPresent())),
        MeetingPages.state(words, meeting),
        Arrays.stream(Side.values())
            .map(
                of ->
                    new Fact(
                        side(words, of),
                        minutes
                            .signature(of)
                            .map(each -> words.instant(each.at()))
                            .orElseGet(() -> words.say("meeting.signed.not"))))
            .toList(),
        made.atMeeting(tx, words, meeting.id()));
  }

  private static String side(Words words, Side side) {
    return words.say("side." + side.name().toLowerCase(Locale.ROOT));
  }
}
