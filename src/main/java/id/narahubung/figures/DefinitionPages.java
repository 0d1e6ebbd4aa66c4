package id.narahubung.figures;

import static id.narahubung.access.Permission.VIEW_REQUESTS;

import id.narahubung.access.Side;
import id.narahubung.figures.DefinitionsPage.Colour;
import id.narahubung.text.Words;
import id.narahubung.web.Pages;
import id.narahubung.web.Reader;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** How everything is counted. */
final class DefinitionPages {

  private final Pages pages;
  private final Function<Words, List<Colour>> colours;

  DefinitionPages(Pages pages, Function<Words, List<Colour>> colours) {
    this.pages = pages;
    this.colours = colours;
  }

  /** For everybody, signed in or not: the status goes to offices without an account, too. */
  void show(Context ctx) {
    Reader reader = Reader.of(ctx);
    Words words = reader.words();
    FigureWording wording = new FigureWording(words);
    pages.show(
        ctx,
        "figures/definitions",
        new DefinitionsPage(
            words.say("definitions.title"),
            reader.signedIn().filter(me -> me.viewer().may(VIEW_REQUESTS)).isPresent(),
            Stream.of(Side.COMPANY, Side.MINISTRY)
                .map(
                    side ->
                        new DefinitionsPage.Block(
                            words.say(
                                "scorecard.of." + (side == Side.COMPANY ? "company" : "ministry")),
                            Measure.of(side).stream()
                                .map(each -> definition(words, wording, each))
                                .toList()))
                .toList(),
            colours.apply(words)));
  }

  private static DefinitionsPage.Definition definition(
      Words words, FigureWording wording, Measure measure) {
    return new DefinitionsPage.Definition(
        measure.code(),
        wording.name(measure),
        words.say("definitions.shape." + measure.shape().name().toLowerCase(Locale.ROOT)),
        wording.numerator(measure),
        wording.denominator(measure).orElse(""),
        words.find("measure." + measure.code() + ".note").orElse(""));
  }
}
