package id.narahubung.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.access.Viewer.SystemViewer;
import id.narahubung.testing.Golden;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RoleTest {

  @Test
  void who_may_do_what_is_as_the_table_says() {
    StringBuilder table = new StringBuilder();
    for (Permission permission : Permission.values()) {
      table.append(permission).append(": ");
      table.append(
          Role.holding(permission).stream().map(Role::code).collect(Collectors.joining(" ")));
      table.append('\n');
    }
    Golden.check("src/test/resources/permissions.txt", table.toString());
  }

  @Test
  void no_system_viewer_does_casework() {
    for (SystemViewer system : SystemViewer.values()) {
      assertThat(Arrays.stream(Permission.values()).filter(system::may))
          .as("%s", system)
          .isSubsetOf(Permission.ANYONE, Permission.ADMINISTER);
    }
  }

  @Test
  void only_the_console_administers() {
    assertThat(Arrays.stream(SystemViewer.values()).filter(v -> v.may(Permission.ADMINISTER)))
        .containsExactly(SystemViewer.CONSOLE);
  }

  @Test
  void no_role_acts_for_both_sides() {
    Set<Permission> company = EnumSet.of(Permission.ANSWER_ITEMS, Permission.ACKNOWLEDGE_REQUESTS);
    Set<Permission> ministry =
        EnumSet.of(
            Permission.DRAFT_REQUESTS,
            Permission.SEND_REQUESTS,
            Permission.WITHDRAW_REQUESTS,
            Permission.GIVE_TIME,
            Permission.CHECK_ITEMS,
            Permission.RULE_ON_REFUSALS,
            Permission.REPLY_TO_CLARIFICATIONS,
            Permission.ADMINISTER);
    for (Role role : Role.values()) {
      Set<Permission> foreign = role.side() == Side.MINISTRY ? company : ministry;
      assertThat(foreign.stream().filter(role::may)).as("%s", role).isEmpty();
    }
  }

  @Test
  void an_act_is_signed_with_the_first_role_that_may_do_it() {
    PersonViewer both = viewer(Role.DECISION_MAKER, Role.SUPERVISOR);
    assertThat(both.roleFor(Permission.SEND_REQUESTS)).isEqualTo(Role.SUPERVISOR);
    assertThat(both.roleFor(Permission.VIEW_REQUESTS)).isEqualTo(Role.SUPERVISOR);
    assertThatThrownBy(() -> both.roleFor(Permission.ANSWER_ITEMS)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void roles_add_up() {
    PersonViewer both = viewer(Role.OFFICER, Role.ADMINISTRATOR);
    assertThat(List.of(Permission.VIEW_REQUESTS, Permission.ADMINISTER, Permission.SEND_REQUESTS))
        .filteredOn(both::may)
        .containsExactly(Permission.VIEW_REQUESTS, Permission.ADMINISTER);
  }

  @Test
  void an_auditor_is_nothing_else_beside() {
    PersonViewer both = viewer(Role.AUDITOR, Role.SUPERVISOR, Role.ADMINISTRATOR);
    assertThat(
            List.of(
                Permission.VIEW_REQUESTS,
                Permission.ADMINISTER,
                Permission.SEND_REQUESTS,
                Permission.WRITE_MESSAGES))
        .filteredOn(both::may)
        .containsExactly(Permission.VIEW_REQUESTS);
    assertThat(both.onlyReads()).isTrue();
  }

  private static PersonViewer viewer(Role... roles) {
    return new PersonViewer(1, 1, Side.MINISTRY, Set.of(roles), 7);
  }
}
