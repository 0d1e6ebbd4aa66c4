package id.narahubung.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Reads paths through records and what they may have ({@code row.state.text}, {@code
 * row.hold.get().name}, {@code #strings.isEmpty(row.note)}), nearly all that templates ask for;
 * OGNL does the rest. OGNL takes a record's accessor for no getter and searches all methods of the
 * class by name, at every row of every list: most of a page's time.
 */
final class PagePaths implements IStandardVariableExpressionEvaluator {

  private static final Pattern PATH =
      Pattern.compile(
          "(#(?:strings|lists)\\.isEmpty\\()?([a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*(?:\\(\\))?)*)(\\)?)");

  private static final ClassValue<Map<String, MethodHandle>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return readers(type);
        }
      };

  /** What a path leads to where only OGNL knows. */
  private enum Unknown {
    UNKNOWN
  }

  /** What to read of what, and whether only to say that it is empty. */
  private record Path(boolean empty, List<String> steps) {}

  private final IStandardVariableExpressionEvaluator rest =
      new OGNLVariableExpressionEvaluator(false);
  private final Map<String, Optional<Path>> paths = new ConcurrentHashMap<>();

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext how) {
    Optional<Path> path =
        expression.getUseSelectionAsRoot()
            ? Optional.empty()
            : paths.computeIfAbsent(expression.getExpression(), PagePaths::path);
    Object read = path.isEmpty() ? Unknown.UNKNOWN : read(context, path.get());
    if (read instanceof Unknown) {
      return rest.evaluate(context, expression, how);
    }
    return read != null && how.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, read, String.class)
        : read;
  }

  private static Optional<Path> path(String expression) {
    Matcher matcher = PATH.matcher(expression);
    boolean empty = matcher.matches() && matcher.group(1) != null;
    return matcher.matches() && empty == (matcher.group(3) != null)
        ? Optional.of(new Path(empty, List.of(matcher.group(2).replace("()", "").split("\\.", -1))))
        : Optional.empty();
  }

  /** What the path leads to; unknown where it leads through something else, or through nothing. */
  private static @Nullable Object read(IExpressionContext context, Path path) {
    Object value = context.getVariable(path.steps().getFirst());
    if (value == null) {
      return Unknown.UNKNOWN;
    }
    for (String step : path.steps().subList(1, path.steps().size())) {
      MethodHandle reader = value == null ? null : READERS.get(value.getClass()).get(step);
      if (reader == null) {
        return Unknown.UNKNOWN;
      }
      try {
        value = (Object) reader.invokeExact(value);
      } catch (Throwable e) {
        throw new IllegalStateException(path.toString(), e);
      }
    }
    return path.empty() ? isEmpty(value) : value;
  }

  private static Object isEmpty(@Nullable Object value) {
    return switch (value) {
      case String text -> text.isEmpty();
      case List<?> list -> list.isEmpty();
      case null, default -> Unknown.UNKNOWN;
    };
  }

  /** The public methods without parameters of a record, or of what may be missing, by name. */
  private static Map<String, MethodHandle> readers(Class<?> type) {
    Map<String, MethodHandle> readers = new HashMap<>();
    if ((type.isRecord() || type == Optional.class) && Modifier.isPublic(type.getModifiers())) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())
            && !Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 0) {
          try {
            readers.put(
                method.getName(),
                MethodHandles.publicLookup()
                    .unreflect(method)
                    .asType(MethodType.methodType(Object.class, Object.class)));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    return Map.copyOf(readers);
  }
}
