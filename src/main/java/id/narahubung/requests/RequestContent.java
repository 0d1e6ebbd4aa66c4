package id.narahubung.requests;

import id.narahubung.rules.Category;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Standard;
import java.time.LocalDate;
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
    String redress,
    String englishSummary) {

  public RequestContent {
    basisCodes = List.copyOf(basisCodes);
  }

  /** The same for another platform. */
  RequestContent onPlatform(long platform) {
    return changed(
        platform, categoryCode, urgencyCode, urgencyReason, basisCodes, analysis, englishSummary);
  }

  /**
   * The same in another category, with its urgency, its usual bases and its standard analysis: the
   * old one, and its summary, were about something else.
   */
  RequestContent inCategory(Category category) {
    return changed(
        platformId,
        category.code(),
        category.urgencyCode(),
        "",
        category.basisCodes(),
        category.standard().map(Standard::analysis).orElse(""),
        "");
  }

  /**
   * The same under other rules, less the bases they do not have; empty when they know the category,
   * the urgency or the measure no more.
   */
  Optional<RequestContent> under(RuleSet rules) {
    return rules.findCategory(categoryCode).isEmpty()
            || rules.findUrgency(urgencyCode).isEmpty()
            || rules.findMeasure(measureCode).isEmpty()
        ? Optional.empty()
        : Optional.of(
            changed(
                platformId,
                categoryCode,
                urgencyCode,
                urgencyReason,
                basisCodes.stream().filter(code -> rules.findBasis(code).isPresent()).toList(),
                analysis,
                englishSummary));
  }

  private RequestContent changed(
      long platform,
      String category,
      String urgency,
      String reason,
      List<String> bases,
      String legalAnalysis,
      String summary) {
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
        redress,
        summary);
  }
}
