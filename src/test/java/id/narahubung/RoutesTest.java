package id.narahubung;

import id.narahubung.testing.Golden;
import id.narahubung.testing.RunningPortal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RoutesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void every_route_is_in_the_list_with_its_permission() {
    String routes =
        portal.portal().routes().stream()
            .map(
                route ->
                    "%-4s %s %s\n"
                        .formatted(
                            route.getHttpMethod().name(),
                            route.getPath(),
                            route.getRoles().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(","))))
            .filter(line -> !line.startsWith("BEFORE"))
            .sorted()
            .collect(Collectors.joining());

    Golden.check("src/test/resources/routes.txt", routes);
  }
}
