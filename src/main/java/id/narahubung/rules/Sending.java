package id.narahubung.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * Who sends, and what goes before.
 *
 * @param confirmWithin within what time a supervisor confirms what a second officer sent because it
 *     was urgent; empty where only a supervisor sends
 * @param noticeBeforeFirst how long before its first order a company hears how orders work; empty
 *     where it need not
 */
public record Sending(Optional<Duration> confirmWithin, Optional<Duration> noticeBeforeFirst) {}
