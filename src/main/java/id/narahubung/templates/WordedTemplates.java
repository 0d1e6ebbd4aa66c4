package id.narahubung.templates;

import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import org.unbescape.html.HtmlEscape;

/**
 * The templates in one language. Words that need no values ({@code th:text="#{queue.next}"}) are
 * written into a template when it is read: a list says each of its labels in every row, and to find
 * them there anew was a fifth of what drawing a page costs. What is not written in this plain way
 * is left to be found when the page is drawn.
 */
final class WordedTemplates extends ClassLoaderTemplateResolver {

  private static final String NAME = "<[a-zA-Z][\\w:-]*+";

  /** No part of it gives back what it took: a template is read in time, whatever it holds. */
  private static final String OTHER = "(?:\\s++[^\\s<>\"=/]++(?:=\"[^\"]*+\")?+)";

  private static final String END = "\\s*+>";

  private static final Pattern TAG = Pattern.compile(NAME + OTHER + "*+" + END);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\sth:((?!text=)[a-z-]++)=\"#\\{([\\w.]++)}\"");
  private static final Pattern TEXT =
      Pattern.compile(
          "("
              + NAME
              + OTHER
              + "*?)\\s++th:text=\"#\\{([\\w.]++)}\"("
              + OTHER
              + "*+"
              + END
              + ")[^<>]*+(?=</)");
  private static final Pattern NOTHING_BUT_WORDS = Pattern.compile("<th:block>([^<>]*)</th:block>");

  private final Messages messages;
  private final Language language;

  WordedTemplates(Messages messages, Language language) {
    super(WordedTemplates.class.getClassLoader());
    this.messages = messages;
    this.language = language;
  }

  @Override
  protected ITemplateResource computeTemplateResource(
      IEngineConfiguration configuration,
      @Nullable String ownerTemplate,
      String template,
      String resourceName,
      @Nullable String characterEncoding,
      @Nullable Map<String, Object> attributes) {
    ITemplateResource resource =
        super.computeTemplateResource(
            configuration, ownerTemplate, template, resourceName, characterEncoding, attributes);
    try (Reader reader = resource.reader()) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return new StringTemplateResource(worded(text.toString()));
    } catch (IOException e) {
      // Thymeleaf tells of it, with its name, when it reads it.
      return resource;
    }
  }

  String worded(String template) {
    String attributes = TAG.matcher(template).replaceAll(tag -> quoted(wordedTag(tag.group())));
    String texts =
        TEXT.matcher(attributes)
            .replaceAll(
                found ->
                    quoted(
                        words(found.group(2))
                            .map(words -> found.group(1) + found.group(3) + words)
                            .orElseGet(found::group)));
    return NOTHING_BUT_WORDS.matcher(texts).replaceAll("$1");
  }

  private String wordedTag(String tag) {
    return ATTRIBUTE
        .matcher(tag)
        .replaceAll(
            found ->
                quoted(
                    words(found.group(2))
                        .filter(words -> !tag.contains(" " + found.group(1) + "="))
                        .map(words -> " " + found.group(1) + "=\"" + words + "\"")
                        .orElseGet(found::group)));
  }

  /** None where a template could take them for more than words. */
  private Optional<String> words(String key) {
    return Optional.ofNullable(messages.find(language, key))
        .filter(words -> !words.contains("[[") && !words.contains("[("))
        .map(HtmlEscape::escapeHtml4Xml);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
