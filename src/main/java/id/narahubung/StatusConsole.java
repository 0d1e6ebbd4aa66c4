package id.narahubung;

import id.narahubung.figures.Week;
import id.narahubung.status.Outlook;
import id.narahubung.status.SendingTime;
import id.narahubung.status.StatusDesk;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The weekly status on the server's console: what of a week would go to whom, or its mails put into
 * the outbox as the job does. What was made before is not made again.
 */
final class StatusConsole {

  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;
  private static final String DRY = "--dry-run";

  private final StatusDesk desk;
  private final Instant now;
  private final Console.Words words;
  private final PrintStream out;
  private final PrintStream err;

  StatusConsole(
      StatusDesk desk, Instant now, Console.Words words, PrintStream out, PrintStream err) {
    this.desk = desk;
    this.now = now;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  /** '--week 2018-W27', and '--dry-run' where nothing is to be kept or sent. */
  int run(List<String> args) {
    boolean dry = args.contains(DRY);
    List<String> rest = args.stream().filter(each -> !each.equals(DRY)).toList();
    boolean named = rest.size() == 2 && rest.getFirst().equals("--week");
    Optional<Week> week = named ? Week.find(rest.getLast()) : Optional.empty();
    if (week.isEmpty()) {
      if (named) {
        err.println(words.say("console.status.no_week", rest.getLast()));
      }
      err.println(words.say("console.status.usage"));
      return WRONG_USE;
    }
    if (!SendingTime.isSettled(week.get(), now)) {
      err.println(words.say("console.status.running", week.get().code()));
      return REFUSED;
    }
    if (dry) {
      tell(week.get());
    } else {
      Week next = desk.freeze().next();
      if (!week.get().equals(next) && !desk.freeze().isFrozen(week.get())) {
        err.println(words.say("console.status.not_next", week.get().code(), next.code()));
        return REFUSED;
      }
      boolean frozen = desk.freeze().one(week.get());
      int mails = desk.tell().one(week.get());
      out.println(
          words.say(
              frozen ? "console.status.frozen" : "console.status.was_frozen", week.get().code()));
      out.println(words.say("console.status.mails", mails));
    }
    return 0;
  }

  private void tell(Week week) {
    Outlook outlook = desk.outlook(week, words.messages(), words.language());
    out.println(outlook.span());
    out.println(
        words.say(
            outlook.frozen() ? "console.status.was_frozen" : "console.status.unfrozen",
            week.code()));
    for (Outlook.Line line : outlook.lines()) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-34s %-16s %-2s %6d B  %-12s %s",
              line.address(),
              line.reader(),
              line.language(),
              line.bytes(),
              words.say(line.made() ? "console.status.made" : "console.status.would"),
              line.subject()));
    }
    out.println(words.say("console.status.dry", outlook.lines().size()));
  }
}
