package id.narahubung.status;

import java.util.List;

/**
 * What a week was for one company, beside its figures: both sides read it. Numbers of things, codes
 * and counts, with instants and days as ISO writes them; no names, no addresses, and no words but
 * those that were said of numbers. As it stands here it is kept, so a component that is added must
 * be one that may be missing.
 *
 * @param light how it stands, and why
 * @param access where the access to each of its platforms stands
 * @param todo orders with open items, by due time
 * @param todoMore how many further ones there are
 * @param failed items found still up in the week, or up again; none of a restricted category
 * @param failedMore how many further ones
 * @param findings what was found of commitments in the week, and was not what was promised
 * @param promises commitments that press, or were checked in the week
 * @param promisesMore how many further ones are agreed
 * @param letters letters that were sent in the week or are open
 * @param objections filed and waiting, or decided in the week; none of a restricted category
 * @param matters what it asked of the ministry besides, and waits for or got an end in the week
 * @param signing what waits for a signature, on each side
 * @param dutyHours of the coming week's 168 hours, those in which somebody is on duty
 * @param said in the week about numbers of weeks before, the newest first
 * @param companySaidMore how many further ones are the company's
 * @param ministrySaidMore how many further ones are the ministry's
 */
record CompanyWeek(
    Light.Verdict light,
    List<Access> access,
    List<Todo> todo,
    int todoMore,
    List<Failed> failed,
    int failedMore,
    List<Finding> findings,
    List<Promise> promises,
    int promisesMore,
    List<Warning> letters,
    List<Contested> objections,
    List<Matter> matters,
    Signing signing,
    int dutyHours,
    List<Said> said,
    int companySaidMore,
    int ministrySaidMore) {

  CompanyWeek {
    access = List.copyOf(access);
    todo = List.copyOf(todo);
    failed = List.copyOf(failed);
    findings = List.copyOf(findings);
    promises = List.copyOf(promises);
    letters = List.copyOf(letters);
    objections = List.copyOf(objections);
    matters = List.copyOf(matters);
    said = List.copyOf(said);
  }

  /**
   * A platform's access.
   *
   * @param since empty where nothing was ever decided
   * @param decision the one that stands; empty where none does
   * @param ends empty where it has no end
   * @param blocks how often it was blocked
   */
  record Access(
      long platform, String status, String since, String decision, String ends, int blocks) {}

  /**
   * Open items of an order that fall due together.
   *
   * @param items how many; 0 of an order of a restricted category, of which no mail tells more than
   *     its number and its clock
   */
  record Todo(String request, String due, int items, boolean urgent, boolean overdue) {}

  /**
   * An item that was looked at and found up, or partly so.
   *
   * @param again whether it had been found down before
   * @param surface 'app' or 'web'; empty, as what follows, in a week that was frozen without it
   * @param country from where it was seen, two letters
   * @param signedIn 'yes' or 'no'
   */
  record Failed(
      String item,
      String verdict,
      String at,
      boolean again,
      String surface,
      String country,
      String signedIn) {}

  /**
   * A look at a commitment that fell short.
   *
   * @param verification the step in which it was found; empty where it was none
   * @param result 'partly' or 'fail'
   * @param value empty where none was measured
   * @param on the day it is about
   */
  record Finding(
      String number,
      long platform,
      long ruleSet,
      String kind,
      String verification,
      String result,
      String value,
      String on) {}

  /**
   * A commitment.
   *
   * @param word where it stands, as {@code CommitmentState} says it
   * @param marks what asks for attention besides
   * @param target empty where it is done or not
   * @param reported the company's last value; empty where it said none
   * @param verified the last value somebody else found
   * @param verifiedOn when that was; empty where nothing was found
   * @param fresh whether something was found in the week
   */
  record Promise(
      String number,
      long platform,
      long ruleSet,
      String kind,
      String word,
      List<String> marks,
      String due,
      String target,
      String reported,
      String verified,
      String verifiedOn,
      boolean condition,
      boolean fresh) {

    Promise {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A letter of warning.
   *
   * @param stage empty of one about an order of a restricted category, of which a mail tells number
   *     and clock
   * @param items how many; 0 of such a one
   * @param fine in rupiah; 0 where it has none
   * @param contested until when an objection to it is to be decided; empty where none waits
   */
  record Warning(
      String number,
      long ruleSet,
      String stage,
      String sent,
      String due,
      int items,
      long fine,
      long paid,
      String contested,
      boolean open,
      boolean overdue) {}

  /**
   * An objection.
   *
   * @param about the item or the letter
   * @param outcome empty while it waits
   * @param at when it was decided, or is to be
   */
  record Contested(String about, String outcome, String at) {}

  /**
   * A request to open again, or an objection to a letter or a decision.
   *
   * @param kind 'normalisation', 'letter_objection' or 'decision_objection'
   * @param number of the request, the letter or the decision
   * @param platform 0 of a letter about an order of a restricted category
   * @param due until when it is to be decided; empty where no clock runs, and once it has ended
   * @param outcome what it came to; empty while it waits
   * @param decision by which a request was answered; else empty
   * @param ended when; empty while it waits
   * @param rests of a clock that ran and waits for a better paper 'in_time', or 'late' where the
   *     time for deciding had passed before; else empty
   */
  record Matter(
      String kind,
      String number,
      long platform,
      String due,
      String outcome,
      String decision,
      String ended,
      String rests) {

    boolean waits() {
      return outcome.isEmpty();
    }
  }

  /**
   * That one side said something to the other about a number; what it said stands in the portal
   * alone, for a mail goes from hand to hand.
   *
   * @param about the week whose number it is
   * @param measure which number, by its code
   * @param side 'company' or 'ministry': who said it
   * @param role in which it was said
   */
  record Said(String about, String measure, String side, String role, String at) {}

  /** How many versions of commitments, and minutes, each side has yet to sign. */
  record Signing(
      int companyCommitments, int ministryCommitments, int companyMinutes, int ministryMinutes) {}
}
