package id.narahubung.templates;

import id.narahubung.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of the class path, drawn with values that are finished before. */
public final class Templates {

  private final TemplateEngine engine = new TemplateEngine();

  private Templates(TemplateMode mode, String folder) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    resolver.setPrefix(folder);
    resolver.setSuffix(".html");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(resolver);
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathReader());
    engine.setDialect(dialect);
  }

  /** Of the portal's pages, whose words stand in the message files. */
  public static Templates pages(Messages messages) {
    Templates pages = new Templates(TemplateMode.HTML, "templates/");
    pages.engine.setMessageResolver(new PageMessages(messages));
    pages.engine.setLinkBuilder(new FromRoot());
    return pages;
  }

  /** Of what is printed. */
  public static Templates papers() {
    return new Templates(TemplateMode.XML, "templates/papers/");
  }

  public String draw(String template, Locale locale, Map<String, Object> values) {
    return engine.process(template, new Context(locale, values));
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
