package id.narahubung.administration;

import id.narahubung.access.Permission;
import java.util.Locale;

/**
 * The parts of the administration, in the order of its first page. Each has two sentences in the
 * message files: administration.CODE and administration.CODE.text.
 */
public enum Section {
  ORGANISATIONS("/administration/organisations", Permission.ADMINISTER),
  PLATFORMS("/administration/platforms", Permission.ADMINISTER),
  ACCOUNTS("/administration/accounts", Permission.ADMINISTER),
  MAIL("/administration/mail", Permission.ADMINISTER),
  TRANSPARENCY("/administration/transparency", Permission.ADMINISTER),
  STATUS("/administration/status", Permission.ADMINISTER),
  JOBS("/administration/jobs", Permission.ADMINISTER),
  RULES("/rules", Permission.WRITE_RULES);

  private final String path;
  private final Permission needed;

  Section(String path, Permission needed) {
    this.path = path;
    this.needed = needed;
  }

  public String path() {
    return path;
  }

  /** Who lacks it does not see the section, and its routes refuse. */
  public Permission needed() {
    return needed;
  }

  /** As it stands in message keys: 'organisations'. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
