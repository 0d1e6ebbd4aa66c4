package id.narahubung.templates;

import id.narahubung.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IContext;
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
    return pages;
  }

  /** Of what is printed. */
  public static Templates papers() {
    return new Templates(TemplateMode.XML, "templates/papers/");
  }

  public String draw(String template, IContext values) {
    return engine.process(template, values);
  }

  /** Draws what needs no words of its own. */
  public String draw(String template, Object page) {
    return draw(template, new Context(java.util.Locale.ROOT, Map.of("page", page)));
  }
}
