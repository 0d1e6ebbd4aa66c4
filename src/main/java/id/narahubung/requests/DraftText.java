package id.narahubung.requests;

import id.narahubung.addresses.AddressFinder;
import id.narahubung.addresses.FoundAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A draft as text: what it says by the form's fields, to be typed on, kept and compared. */
final class DraftText {

  static final String PASTED = "pasted";

  private DraftText() {}

  /** What changed from one text to another: the fields, and how many addresses came and went. */
  record Change(List<String> fields, int added, int removed) {

    boolean isNone() {
      return fields.isEmpty() && added == 0 && removed == 0;
    }
  }

  /** The values of the form's fields. */
  static Map<String, List<String>> values(RequestContent content, String pasted) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("platform", List.of(Long.toString(content.platformId())));
    values.put("subject", List.of(content.subject()));
    values.put("category", List.of(content.categoryCode()));
    values.put("urgency", List.of(content.urgencyCode()));
    values.put("urgency_reason", List.of(content.urgencyReason()));
    values.put("requester_kind", List.of(Wording.lower(content.requesterKind())));
    values.put("requester_body", List.of(content.requesterBody()));
    values.put("requester_contact", List.of(content.requesterContact()));
    values.put("origin", List.of(Wording.lower(content.origin())));
    values.put("letter_number", List.of(content.letterNumber()));
    values.put("letter_date", List.of(content.letterDate().map(LocalDate::toString).orElse("")));
    values.put("basis", content.basisCodes());
    values.put("analysis", List.of(content.analysis()));
    values.put("measure", List.of(content.measureCode()));
    values.put("scope", List.of(Wording.lower(content.scope())));
    values.put("uploader_may_be_told", List.of(content.uploaderMayBeTold() ? "yes" : "no"));
    values.put("redress", List.of(content.redress()));
    values.put("english_summary", List.of(content.englishSummary()));
    values.put(PASTED, List.of(pasted));
    return values;
  }

  /** The same with one text a field, to be kept; a restricted draft's items are not. */
  static Map<String, String> of(TakedownRequest draft, String pasted) {
    Map<String, String> text = new LinkedHashMap<>();
    values(draft.content(), draft.restriction().restricted() ? "" : pasted)
        .forEach((name, all) -> text.put(name, String.join("\n", all)));
    return text;
  }

  static Change between(Map<String, String> before, Map<String, String> after) {
    List<String> fields =
        after.entrySet().stream()
            .filter(field -> !field.getKey().equals(PASTED))
            .filter(field -> !field.getValue().equals(before.get(field.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    Set<String> had = addresses(before);
    Set<String> has = addresses(after);
    return new Change(
        fields,
        (int) has.stream().filter(address -> !had.contains(address)).count(),
        (int) had.stream().filter(address -> !has.contains(address)).count());
  }

  private static Set<String> addresses(Map<String, String> text) {
    return AddressFinder.in(text.getOrDefault(PASTED, "")).good().stream()
        .map(FoundAddress::address)
        .map(address -> address.canonical())
        .collect(Collectors.toSet());
  }
}
