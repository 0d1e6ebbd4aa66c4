package id.narahubung.notices;

import id.narahubung.ledger.By;
import id.narahubung.ledger.NoticeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What a mail may tell of an act on an account: its code, never a name or an address.
 *
 * @param roles their codes with commas between; empty where the act was about none
 */
record AccountFact(
    long notice,
    NoticeKind kind,
    boolean own,
    Instant at,
    long account,
    int code,
    String organisation,
    By by,
    String roles) {

  List<String> roleCodes() {
    return Arrays.stream(roles.split(",")).filter(code -> !code.isEmpty()).toList();
  }
}
