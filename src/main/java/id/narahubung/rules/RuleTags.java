package id.narahubung.rules;

import id.narahubung.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where each version stands among the others: in force now, next, past, or a draft. */
final class RuleTags {

  private final List<RuleVersion> all;
  private final Words words;
  private final Instant now;

  RuleTags(List<RuleVersion> all, Words words, Instant now) {
    this.all = all;
    this.words = words;
    this.now = now;
  }

  RulePage.Version of(RuleVersion version) {
    String state = state(version);
    return new RulePage.Version(
        "/rules/" + version.id(),
        words.label(version.label()),
        version.version(),
        state,
        words.say("rules.state." + state),
        version
            .inForceFrom()
            .map(from -> words.say("rules.since." + state, words.instant(from)))
            .orElse(""));
  }

  private String state(RuleVersion version) {
    if (version.isDraft()) {
      return "draft";
    }
    if (version.inForceFrom().filter(from -> from.isAfter(now)).isPresent()) {
      return "next";
    }
    return inForce().filter(current -> current.id() == version.id()).isPresent() ? "now" : "past";
  }

  /** The newest that has begun; the list begins with the newest. */
  private Optional<RuleVersion> inForce() {
    return all.stream()
        .filter(each -> each.inForceFrom().filter(from -> !from.isAfter(now)).isPresent())
        .findFirst();
  }
}
