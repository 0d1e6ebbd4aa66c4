package id.narahubung.notices;

import id.narahubung.ledger.By;
import id.narahubung.ledger.NoticeKind;
import id.narahubung.text.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a mail may tell of a matter that is no request and has a number and a page of its own, such
 * as a commitment.
 *
 * @param path of its page
 * @param label what kind of matter it is
 * @param dueOn none where nothing falls due
 * @param by none where the clock speaks
 */
record MatterFact(
    long notice,
    NoticeKind kind,
    boolean own,
    Instant at,
    String number,
    String path,
    Label label,
    String platform,
    Optional<LocalDate> dueOn,
    Optional<By> by) {}
