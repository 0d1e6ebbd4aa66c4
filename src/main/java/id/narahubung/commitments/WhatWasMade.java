package id.narahubung.commitments;

import id.narahubung.access.Permission;
import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.time.LocalDate;
import java.util.List;

/**
 * What the pages of meetings, letters and decisions list of the commitments that come from them, so
 * that who reads one finds what became of it. Nothing to whoever may not see commitments.
 */
public final class WhatWasMade {

  private final CommitmentStore commitments;

  public WhatWasMade(CommitmentStore commitments) {
    this.commitments = commitments;
  }

  public List<MadeHere> atMeeting(Tx tx, Words words, long meeting) {
    return maySee(tx) ? lines(tx, words, commitments.ofMeeting(tx, meeting)) : List.of();
  }

  public List<MadeHere> afterLetter(Tx tx, Words words, long letter) {
    return maySee(tx) ? lines(tx, words, commitments.ofLetter(tx, letter)) : List.of();
  }

  public List<MadeHere> afterDecision(Tx tx, Words words, long decision) {
    return maySee(tx) ? lines(tx, words, commitments.ofDecision(tx, decision)) : List.of();
  }

  private static boolean maySee(Tx tx) {
    return tx.viewer().may(Permission.VIEW_COMMITMENTS);
  }

  private static List<MadeHere> lines(Tx tx, Words words, List<Commitment> made) {
    CommitmentWording wording = new CommitmentWording(words);
    LocalDate today = LocalDate.ofInstant(tx.now(), Words.WIB);
    return made.stream()
        .map(
            of ->
                new MadeHere(
                    of.number(),
                    "/commitments/" + of.number(),
                    of.text(),
                    words.say(
                        "commitment.made.about",
                        words.label(of.kind().label()),
                        words.date(of.standing().dueOn())),
                    wording.word(of.state(today)),
                    wording.marks(of.state(today))))
        .toList();
  }
}
