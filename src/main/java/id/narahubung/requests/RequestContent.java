package id.narahubung.requests;

import id.narahubung.rules.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an official writes in a request, items aside. Codes are those of the rule set; texts are
 * empty where nothing was written yet.
 */
public record RequestContent(
    long platformId,
    String subject,
    String categoryCode,
    String urgencyCode,
    String urgencyReason,
    RequesterKind requesterKind,
    String requesterBody,
    String requesterContact,
    Origin origin,
    String letterNumber,
    Optional<LocalDate> letterDate,
    List<String> basisCodes,
    String analysis,
    String measureCode,
    Scope scope,
    boolean uploaderMayBeTold,
    String redress) {

  public RequestContent {
    basisCodes = List.copyOf(basisCodes);
  }

  /** The same for another platform. */
  RequestContent onPlatform(long platform) {
    return changed(platform, categoryCode, urgencyCode, urgencyReason, basisCodes, analysis);
  }

  /**
   * The same in another category, with its urgency and its usual bases; the analysis was about
   * something else, and has to be written anew.
   */
  RequestContent inCategory(Category category) {
    return changed(
        platformId, category.code(), category.urgencyCode(), "", category.basisCodes(), "");
  }

  private RequestContent changed(
      long platform,
      String category,
      String urgency,
      String reason,
      List<String> bases,
      String legalAnalysis) {
    return new RequestContent(
        platform,
        subject,
        category,
        urgency,
        reason,
        requesterKind,
        requesterBody,
        requesterContact,
        origin,
        letterNumber,
        letterDate,
        bases,
        legalAnalysis,
        measureCode,
        scope,
        uploaderMayBeTold,
        redress);
  }

  /**
   * What is still missing before it may be submitted or sent, as names of fields (PM 5/2020 art.
   * 16(4): letter, legal analysis, reason, address).
   */
  public List<String> missing(String urgencyOfCategory) {
    List<String> missing = new ArrayList<>();
    need(missing, "requester_body", !requesterBody.isEmpty());
    need(missing, "requester_contact", !requesterContact.isEmpty());
    need(missing, "letter_number", !letterNumber.isEmpty());
    need(missing, "letter_date", letterDate.isPresent());
    need(missing, "basis", !basisCodes.isEmpty());
    need(missing, "analysis", !analysis.isEmpty());
    need(
        missing,
        "urgency_reason",
        urgencyCode.equals(urgencyOfCategory) || !urgencyReason.isEmpty());
    need(missing, "redress", !redress.isEmpty());
    return missing;
  }

  private static void need(List<String> missing, String field, boolean there) {
    if (!there) {
      missing.add(field);
    }
  }
}
