package id.narahubung.ledger;

import java.util.Locale;

/**
 * Who hears of an act; the database knows who that is (audience_of), and whom of them it tells
 * alone while somebody is on duty. Nobody hears of one's own act, nor of what the other side keeps
 * to itself.
 */
enum Audience {
  /** Who may approve the draft. */
  SUPERVISORS,
  /** Who wrote the request, and who sent it. */
  CASE_OFFICIALS,
  /** Decision makers who had no hand in the decision. */
  SIGNERS,
  /** Who may let something of a decision be, or second it. */
  WAIVERS,
  /** Who had a hand in the decision; of a request to open again, in the one that stands. */
  PREPARERS,
  /** The company's responders and leads. */
  ANSWERERS,
  /** The company's leads. */
  LEADS,
  /** The other side of what both see; the colleagues where it is one side's own. */
  COUNTERPART,
  /** Who is on duty where a test call rang. */
  CALLED,
  /** Whom the act names: whose account it is, who goes to verify, who minds a commitment now. */
  HOLDER,
  /** In whose place the act names somebody else. */
  FORMER,
  /** The ministry's supervisors of what is done to its accounts, a company's leads of its own. */
  OVERSEERS,
  /** Who works by the rules, on both sides. */
  EVERYBODY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
