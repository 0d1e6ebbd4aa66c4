package id.narahubung.help;

import id.narahubung.help.HelpPage.Bit;
import id.narahubung.help.HelpPage.Bits;
import id.narahubung.help.HelpText.Label;
import id.narahubung.help.HelpText.Line;
import id.narahubung.help.HelpText.Linked;
import id.narahubung.help.HelpText.Picture;
import id.narahubung.help.HelpText.Plain;
import id.narahubung.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Lines of help in a reader's words: the labels as they stand on the reader's pages. */
final class HelpLines {

  private final Words words;

  HelpLines(Words words) {
    this.words = words;
  }

  List<Bits> all(List<Line> lines) {
    return lines.stream().map(this::bits).toList();
  }

  HelpPage.Step step(HelpText.Step step) {
    return new HelpPage.Step(
        bits(step.line()),
        step.picture().map(this::path).orElse(""),
        step.picture().map(Picture::alt).orElse(""));
  }

  HelpPage.Trouble trouble(HelpText.Trouble trouble) {
    return new HelpPage.Trouble(bits(trouble.what()), bits(trouble.remedy()));
  }

  /** Where the picture of a screen is, below the static files. */
  private String path(Picture picture) {
    return "help/" + picture.screen() + "-" + words.language().code() + ".webp";
  }

  private Bits bits(Line line) {
    List<Bit> bits = new ArrayList<>();
    for (HelpText.Bit bit : line.bits()) {
      bits.add(
          switch (bit) {
            case Plain plain -> new Bit(after(bits, plain.text()), "", false);
            case Linked linked -> new Bit(linked.text(), linked.href(), false);
            case Label label -> new Bit(said(label), "", true);
          });
    }
    return new Bits(bits);
  }

  /** A label that ends in dots ends its sentence, too. */
  private static String after(List<Bit> bits, String text) {
    return text.startsWith(".") && !bits.isEmpty() && bits.getLast().text().endsWith("…")
        ? text.substring(1)
        : text;
  }

  private String said(Label label) {
    return words.say(label.key(), label.arguments().stream().map(HelpLines::argument).toArray());
  }

  /** A number where it is one: patterns count with it. */
  private static Object argument(String text) {
    return text.matches("\\d{1,9}") ? Long.valueOf(text) : (Object) text;
  }
}
