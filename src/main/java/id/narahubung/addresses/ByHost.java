package id.narahubung.addresses;

import java.util.Map;
import java.util.Optional;

/** Something known by host name; a name covers the names under it, and the longest decides. */
public record ByHost<T>(Map<String, T> names) {

  public ByHost {
    names = Map.copyOf(names);
  }

  public Optional<T> of(String host) {
    String name = host;
    while (!name.isEmpty()) {
      T found = names.get(name);
      if (found != null) {
        return Optional.of(found);
      }
      int dot = name.indexOf('.');
      name = dot < 0 ? "" : name.substring(dot + 1);
    }
    return Optional.empty();
  }
}
