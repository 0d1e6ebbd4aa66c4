package id.narahubung.templates;

import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of the class path, drawn with values that are finished before. */
public final class Templates {

  private final Function<Locale, TemplateEngine> engines;

  private Templates(Function<Locale, TemplateEngine> engines) {
    this.engines = engines;
  }

  /** Of the portal's pages, whose words stand in the message files. */
  public static Templates pages(Messages messages) {
    Map<Language, TemplateEngine> engines = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      TemplateEngine engine =
          engine(TemplateMode.HTML, "templates/", new WordedTemplates(messages, language));
      engine.setMessageResolver(new PageMessages(messages));
      engine.setLinkBuilder(new FromRoot());
      engines.put(language, engine);
    }
    return new Templates(
        locale -> Objects.requireNonNull(engines.get(Language.of(locale.getLanguage()))));
  }

  /** Of what is printed. */
  public static Templates papers() {
    TemplateEngine engine =
        engine(
            TemplateMode.XML,
            "templates/papers/",
            new ClassLoaderTemplateResolver(Templates.class.getClassLoader()));
    return new Templates(locale -> engine);
  }

  private static TemplateEngine engine(
      TemplateMode mode, String folder, ClassLoaderTemplateResolver resolver) {
    resolver.setPrefix(folder);
    resolver.setSuffix(".html");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathReader());
    engine.setDialect(dialect);
    return engine;
  }

  public String draw(String template, Locale locale, Map<String, Object> values) {
    return engines.apply(locale).process(template, new Context(locale, values));
  }

  /** Draws what needs no words of its own. */
  public String draw(String template, Object page) {
    return draw(template, Locale.ROOT, Map.of("page", page));
  }

  /**
   * The portal stands at the root of its host: its links need no request to begin from, and a page
   * drawn without one keeps its values in a map of its own.
   */
  private static final class FromRoot extends StandardLinkBuilder {

    @Override
    protected String computeContextPath(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      return "";
    }
  }
}
