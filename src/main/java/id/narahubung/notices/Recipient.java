package id.narahubung.notices;

import id.narahubung.mail.NewMail.Addressee;
import id.narahubung.notices.Bundling.Group;
import id.narahubung.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * Somebody for whom notices wait.
 *
 * @param oldest of each group the oldest that waits
 */
record Recipient(
    Addressee to,
    Language language,
    ZoneId zone,
    NoticeSetting setting,
    Map<Group, Instant> oldest) {}
