package id.narahubung.decisions;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer.PersonViewer;
import java.util.Locale;

/** What is said of a request to open again while it waits, in a form with a reason. */
enum NormalisationAct {
  LACK("lacks", Permission.PREPARE_DECISIONS),
  WITHDRAW("withdrawal", Permission.ASK_NORMALISATION);

  private final String path;
  private final Permission permission;

  NormalisationAct(String path, Permission permission) {
    this.path = path;
    this.permission = permission;
  }

  String path() {
    return path;
  }

  Permission permission() {
    return permission;
  }

  /** In message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is of use now; of papers only those that came can be called insufficient. */
  boolean isOffered(Normalisation of, PersonViewer viewer) {
    return of.waits()
        && viewer.may(permission)
        && (this != LACK || of.papers().stream().anyMatch(paper -> of.isThere(paper.entryCode())));
  }
}
