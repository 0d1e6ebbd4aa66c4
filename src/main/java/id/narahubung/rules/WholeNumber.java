package id.narahubung.rules;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whole numbers as people type them: digits alone, or in well-formed groups of three with points,
 * commas or blanks between. One sign throughout: what could as well be a fraction is no number.
 */
final class WholeNumber {

  private static final Pattern TYPED =
      Pattern.compile(
          "\\d{1,15}|\\d{1,3}(?:(?:\\.\\d{3}){1,4}|(?:,\\d{3}){1,4}|(?:[ \u00a0]\\d{3}){1,4})");

  private WholeNumber() {}

  static OptionalLong read(String typed) {
    return TYPED.matcher(typed).matches()
        ? OptionalLong.of(Long.parseLong(typed.replaceAll("\\D", "")))
        : OptionalLong.empty();
  }
}
