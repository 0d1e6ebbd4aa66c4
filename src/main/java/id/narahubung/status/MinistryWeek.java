package id.narahubung.status;

import java.util.List;

/**
 * What of a week is for the ministry alone: what it has to decide. As {@link CompanyWeek} it holds
 * numbers and codes.
 *
 * @param needed the one due first before the others
 */
record MinistryWeek(List<Need> needed) {

  MinistryWeek {
    needed = List.copyOf(needed);
  }

  /**
   * A decision somebody waits for.
   *
   * @param kind 'sign', 'second', 'normalisation', 'letter_objection', 'decision_objection',
   *     'decision_replace', 'review' or 'commitment'
   * @param number of the matter; a decision that is not signed has the id of its file
   * @param platform 0 of what is about an order of a restricted category
   * @param due empty where no time runs
   * @param about the condition that broke, where it is a review's; else empty
   */
  record Need(String kind, String number, long company, long platform, String due, String about) {}
}
