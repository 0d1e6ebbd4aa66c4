package id.narahubung.roster;

import id.narahubung.text.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is on duty now, beside a case: of each organisation whom to ring first. */
public record DutyCard(List<Line> lines) {

  public DutyCard {
    lines = List.copyOf(lines);
  }

  /** An organisation, and who is on duty there. */
  public record Line(String organisation, String who) {}

  /** Of those on duty the first of each organisation; nothing of one where nobody is. */
  public static DutyCard of(Words words, List<OnDuty> now) {
    Map<Long, OnDuty> first = new LinkedHashMap<>();
    now.stream()
        .sorted(Comparator.comparing(OnDuty::place))
        .forEach(each -> first.putIfAbsent(each.organisation(), each));
    return new DutyCard(
        first.values().stream()
            .sorted(Comparator.comparing(OnDuty::side).reversed())
            .map(each -> new Line(each.organisationName(), who(words, each)))
            .toList());
  }

  /** All of it in one line. */
  public String text() {
    return lines.stream()
        .map(line -> line.organisation() + ": " + line.who())
        .collect(Collectors.joining(" · "));
  }

  /** 'officer 07, +62 21 500 100', the number only where it is shared, and never broken. */
  static String who(Words words, OnDuty each) {
    Optional<String> phone = each.phone();
    String told = words.capital(each.by().told(words));
    return phone.map(number -> told + ", " + number.replace(' ', '\u00a0')).orElse(told);
  }
}
