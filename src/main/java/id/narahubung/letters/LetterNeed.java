package id.narahubung.letters;

import id.narahubung.access.Permission;
import id.narahubung.access.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a letter that stands asks of one side. */
enum LetterNeed {
  /** The company has not acknowledged it. */
  ACKNOWLEDGE(Permission.ACKNOWLEDGE_REQUESTS),
  /** Its fine is not paid. */
  PAY(Permission.ANSWER_LETTERS),
  /** An objection to it waits. */
  DECIDE(Permission.SEND_LETTERS),
  /** The company told of a payment that is not recorded. */
  RECORD(Permission.SEND_LETTERS);

  private final Permission permission;

  LetterNeed(Permission permission) {
    this.permission = permission;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of those who may do something about it. */
  static List<LetterNeed> of(Viewer viewer) {
    return Stream.of(values()).filter(each -> viewer.may(each.permission)).toList();
  }

  static Optional<LetterNeed> find(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
