package id.narahubung.requests;

/**
 * What stands in the place of a picture that nobody may keep: what was seen, where in it, by whom,
 * its hash where there is a file, and the number of the case.
 */
record WrittenFinding(String what, String place, String foundBy, String hash, String caseNumber) {

  static final WrittenFinding NONE = new WrittenFinding("", "", "", "", "");

  boolean isWritten() {
    return !what.isEmpty() && !place.isEmpty() && !foundBy.isEmpty() && !caseNumber.isEmpty();
  }
}
