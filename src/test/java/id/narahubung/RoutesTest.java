package id.narahubung;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Permission;
import id.narahubung.testing.Golden;
import id.narahubung.testing.RunningPortal;
import id.narahubung.web.Body;
import io.javalin.event.HandlerMetaInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of all routes: each with the one permission it needs. */
final class RoutesTest {

  @RegisterExtension static final RunningPortal portal = new RunningPortal();

  @Test
  void the_routes_and_their_permissions_are_those_of_the_listing() {
    String listing =
        routes(portal).stream()
            .map(
                route ->
                    "%-4s %-38s %s%s%n"
                        .formatted(
                            method(route),
                            route.getPath(),
                            permission(route),
                            route.getRoles().contains(Body.FILE) ? " + FILE" : ""))
            .collect(Collectors.joining());
    Golden.check("src/test/resources/routes.txt", listing);
  }

  @Test
  void every_route_names_one_permission() {
    assertThat(routes(portal))
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(route.getRoles())
                    .as(route.getPath())
                    .filteredOn(role -> role != Body.FILE)
                    .singleElement()
                    .isInstanceOf(Permission.class));
  }

  static Permission permission(HandlerMetaInfo route) {
    return route.getRoles().stream()
        .filter(Permission.class::isInstance)
        .map(Permission.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static String method(HandlerMetaInfo route) {
    return route.getHttpMethod().name();
  }

  /** In the order of their paths; signing out comes last, for it ends the session. */
  static List<HandlerMetaInfo> routes(RunningPortal portal) {
    return portal.portal().routes().stream()
        .filter(route -> Set.of("GET", "POST").contains(method(route)))
        .sorted(
            Comparator.comparing((HandlerMetaInfo route) -> route.getPath().equals("/sign-out"))
                .thenComparing(HandlerMetaInfo::getPath)
                .thenComparing(RoutesTest::method))
        .toList();
  }
}
