package id.narahubung.templates;

import id.narahubung.text.Language;
import id.narahubung.text.Messages;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Answers a template's #{key} from the one pair of message files, by ICU's rules. */
final class PageMessages extends AbstractMessageResolver {

  private final Messages messages;

  PageMessages(Messages messages) {
    this.messages = messages;
  }

  @Override
  public @Nullable String resolveMessage(
      ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
    return messages.find(language(context), key, values == null ? new Object[0] : values);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
    return "??" + key + "_" + language(context).code() + "??";
  }

  private static Language language(ITemplateContext context) {
    return Language.of(context.getLocale().getLanguage());
  }
}
