package id.narahubung.templates;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Reads what a template names between the braces: a path of methods without parameters, from one of
 * the template's values ({@code row.state.text}, {@code row.hold.get().name}, {@code
 * page.rows.size()}). A name that leads to no value is nothing, and nothing is empty; a step that
 * does not exist is an error. There is nothing else to write there: what is to be computed, the
 * page has computed, and Thymeleaf's own {@code and}, {@code ?:} and {@code |…|} stand outside.
 *
 * <p>It stands in for OGNL, which takes a record's accessor for no getter and searches the methods
 * of its class by name at each row of each list; that was most of a page's time.
 */
final class PathReader implements IStandardVariableExpressionEvaluator {

  private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*(\\(\\))?)*");

  private static final ClassValue<Map<String, MethodHandle>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return readers(type);
        }
      };

  private final Map<String, List<String>> paths = new ConcurrentHashMap<>();

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext how) {
    Object read =
        read(context, paths.computeIfAbsent(expression.getExpression(), PathReader::steps));
    return read != null && how.getPerformTypeConversion()
        ? StandardExpressions.getConversionService(context.getConfiguration())
            .convert(context, read, String.class)
        : read;
  }

  private static List<String> steps(String expression) {
    if (!PATH.matcher(expression).matches()) {
      throw new IllegalArgumentException("no path: " + expression);
    }
    return List.of(expression.replace("()", "").split("\\.", -1));
  }

  private static @Nullable Object read(IExpressionContext context, List<String> path) {
    Object value = context.getVariable(path.getFirst());
    for (String step : path.subList(1, path.size())) {
      value = value == null ? ofNothing(step, path) : read(value, step);
    }
    return value;
  }

  private static Object ofNothing(String step, List<String> path) {
    if (step.equals("isEmpty")) {
      return true;
    }
    throw new IllegalArgumentException("nothing to read '%s' of: %s".formatted(step, path));
  }

  private static @Nullable Object read(Object value, String step) {
    Class<?> type = face(value);
    MethodHandle reader = READERS.get(type).get(step);
    if (reader == null) {
      throw new IllegalArgumentException("%s has no '%s'".formatted(type.getName(), step));
    }
    try {
      return (Object) reader.invokeExact(value);
    } catch (Throwable e) {
      throw new IllegalStateException("%s of %s".formatted(step, type.getName()), e);
    }
  }

  /** The type to read by: classes of collections keep themselves to themselves. */
  private static Class<?> face(Object value) {
    return switch (value) {
      case List<?> list -> List.class;
      case Collection<?> collection -> Collection.class;
      case Map<?, ?> map -> Map.class;
      case Map.Entry<?, ?> entry -> Map.Entry.class;
      default -> value.getClass();
    };
  }

  /** The public methods without parameters, by name. */
  private static Map<String, MethodHandle> readers(Class<?> type) {
    Map<String, MethodHandle> readers = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getReturnType() != void.class
          && !Modifier.isStatic(method.getModifiers())
          && !method.isBridge()
          && method.getDeclaringClass() != Object.class) {
        readers.put(method.getName(), reader(method));
      }
    }
    return Map.copyOf(readers);
  }

  private static MethodHandle reader(Method method) {
    Class<?> in = method.getDeclaringClass();
    try {
      // Ours may be known to their package only; the JDK's are read from outside.
      MethodHandles.Lookup lookup =
          Modifier.isPublic(in.getModifiers())
              ? MethodHandles.publicLookup()
              : MethodHandles.privateLookupIn(in, MethodHandles.lookup());
      return lookup.unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }
}
