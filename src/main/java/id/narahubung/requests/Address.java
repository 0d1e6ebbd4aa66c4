package id.narahubung.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.narahubung.web.Form;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a list with what narrows it; the addresses beside it are made from it. */
public final class Address {

  private final String path;
  private final Map<String, String> parameters;

  private Address(String path, Map<String, String> parameters) {
    this.path = path;
    this.parameters = parameters;
  }

  /** Of a page that nothing narrows yet. */
  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  /** Keeps of the query what is named, in that order. */
  public static Address of(String path, Form query, List<String> names) {
    Map<String, String> kept = new LinkedHashMap<>();
    names.stream().filter(query::has).forEach(name -> kept.put(name, query.text(name)));
    return new Address(path, kept);
  }

  /** The same with another value of one parameter, or without it where the value is empty. */
  public Address with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Address(path, changed);
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** Whether it is narrowed by anything but these. */
  public boolean isNarrowedBeside(List<String> names) {
    return parameters.keySet().stream().anyMatch(name -> !names.contains(name));
  }

  /** The beginning of a link to a file; its format is to be added. */
  public String toDownload() {
    return this + (parameters.isEmpty() ? "?" : "&") + "format=";
  }

  /** As it stands in a link. */
  @Override
  public String toString() {
    return path
        + (parameters.isEmpty() ? "" : "?")
        + parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }
}
