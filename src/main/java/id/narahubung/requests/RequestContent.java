package id.narahubung.requests;

import id.narahubung.platforms.Platform;
import id.narahubung.rules.Category;
import id.narahubung.rules.RuleSet;
import id.narahubung.rules.Standard;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

  /** The longest subject a row can hold. */
  static final int MOST_SUBJECT = 300;

  /** The same for another platform, which the subject names. */
  RequestContent onPlatform(Platform platform) {
    return changed(
        platform.id(),
        subject(platform.name()),
        categoryCode,
        urgencyCode,
        urgencyReason,
        basisCodes,
        analysis,
        englishSummary);
  }

  /**
   * The same in another category, which the subject names, with its urgency, its usual bases and
   * its standard analysis: the old one, and its summary, were about something else.
   */
  RequestContent inCategory(Category category) {
    return changed(
        platformId,
        subject(category.label().id()),
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
                subject,
                categoryCode,
                urgencyCode,
                urgencyReason,
                basisCodes.stream().filter(code -> rules.findBasis(code).isPresent()).toList(),
                analysis,
                englishSummary));
  }

  /** The subject, with what sets a part of the paste apart behind it: two drafts are told apart. */
  private String subject(String apart) {
    if (subject.toLowerCase(Locale.ROOT).contains(apart.toLowerCase(Locale.ROOT))) {
      return subject;
    }
    String behind = " – " + apart;
    int room = Math.max(0, MOST_SUBJECT - behind.length());
    return subject.length() <= room
        ? subject + behind
        : subject.substring(0, room).strip() + behind;
  }

  private RequestContent changed(
      long platform,
      String about,
      String category,
      String urgency,
      String reason,
      List<String> bases,
      String legalAnalysis,
      String summary) {
    return new RequestContent(
        platform,
        about,
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
