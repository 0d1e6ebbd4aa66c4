package id.narahubung.web;

import id.narahubung.data.ConstraintBroken;
import java.util.Map;

/**
 * What a broken constraint of the database means to whoever filled in a form. Commands look first
 * and say it better; this is for the one who lost a race against another doing the same, and for
 * what stands where the viewer may not look.
 */
public final class Constraints {

  /** The field that is at fault, and the sentence that says so. */
  private record Fault(String field, String key) {}

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "person_email_unique", new Fault("email", "person.email_taken"),
          "organisation_name_unique", new Fault("name", "organisation.name_taken"),
          "status_recipient_address_unique", new Fault("address", "status_recipient.address_taken"),
          "meeting_visit_once", new Fault("body", "meeting.refused.visit"),
          "platform_name_unique", new Fault("name", "platform.name_taken"),
          "platform_host_pkey", new Fault("hosts", "platform.host_taken_meanwhile"),
          "rule_set_one_draft", new Fault("version", "rules.refused.drafted"),
          "rule_set_version_unique", new Fault("version", "rules.refused.taken"));

  private Constraints() {}

  /** Notes it in the form; what is about none of its fields goes on, as what it is. */
  public static void refuse(Form form, ConstraintBroken e) {
    Fault fault = FAULTS.get(e.constraint());
    if (fault == null) {
      throw e;
    }
    form.refuse(fault.field(), fault.key(), form.text(fault.field()));
  }
}
