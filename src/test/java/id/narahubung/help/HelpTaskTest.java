package id.narahubung.help;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which role does which tasks, and which of them helps on which page. */
final class HelpTaskTest {

  @Test
  void every_task_is_somebodys() {
    Set<HelpTask> told = EnumSet.copyOf(HelpTask.ofAll());
    for (Role role : Role.values()) {
      assertThat(HelpTask.of(role)).as("%s", role).isNotEmpty().doesNotHaveDuplicates();
      told.addAll(HelpTask.of(role));
    }
    assertThat(told).containsExactlyInAnyOrder(HelpTask.values());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_role_may_do_the_tasks_it_has(Role role) {
    assertThat(HelpTask.with(role)).startsWith(role);
    for (Role each : HelpTask.with(role)) {
      assertThat(HelpTask.of(each)).allMatch(task -> task.isFor(of(role)));
    }
  }

  @Test
  void the_page_decides_which_task_helps_and_then_who_reads_it() {
    assertThat(task("/drafts/{id}", Role.SUPERVISOR)).contains(HelpTask.APPROVE);
    assertThat(task("/drafts/{id}", Role.OFFICER)).contains(HelpTask.PREFLIGHT);
    assertThat(task("/drafts/{id}/edit", Role.SUPERVISOR)).contains(HelpTask.FILE_REQUEST);
    assertThat(task("/requests/{number}/items/{ordinal}", Role.RESPONDER))
        .contains(HelpTask.ANSWER);
    assertThat(task("/requests/{number}", Role.AUDITOR)).contains(HelpTask.READ_CASE);
    assertThat(task("/letters/{letter}", Role.LEAD)).contains(HelpTask.LETTER_RECEIVED);
    assertThat(task("/letters/{letter}", Role.VIEWER)).isEmpty();
    assertThat(task("/health", Role.OFFICER)).isEmpty();
    assertThat(TaskOfPage.of("/sign-in", Optional.empty())).contains(HelpTask.SIGN_IN);
    assertThat(TaskOfPage.of("/requests", Optional.empty())).isEmpty();
  }

  @Test
  void every_line_begins_a_page_and_every_page_of_the_navigation_has_help() throws IOException {
    Set<String> pages = HelpTextsTest.routes("GET");
    Set<String> forms = HelpTextsTest.routes("POST");
    for (TaskOfPage.Row row : TaskOfPage.rows()) {
      assertThat(Stream.concat(pages.stream(), forms.stream()).anyMatch(row::matches))
          .as(row.begin())
          .isTrue();
    }
    for (String page :
        List.of(
            "/",
            "/requests",
            "/letters",
            "/commitments",
            "/decisions",
            "/platforms",
            "/verifications",
            "/drafts/new",
            "/recheck-samples",
            "/outages",
            "/rules")) {
      assertThat(task(page, Role.SUPERVISOR)).as(page).isPresent();
    }
    for (String page : HelpTextsTest.routes("GET")) {
      if (page.startsWith("/administration")) {
        assertThat(task(page, Role.ADMINISTRATOR)).as(page).isPresent();
      }
    }
    assertThat(task("/administration/transparency/{half}", Role.ADMINISTRATOR))
        .contains(HelpTask.TRANSPARENCY);
    assertThat(task("/company", Role.LEAD)).isPresent();
    assertThat(task("/roster", Role.LEAD)).isPresent();
  }

  private static Optional<HelpTask> task(String route, Role role) {
    return TaskOfPage.of(route, Optional.of(of(role)));
  }

  /** Somebody with this one role. */
  private static PersonViewer of(Role role) {
    return new PersonViewer(1, 1, role.side(), Set.of(role), 1);
  }

  @Test
  void what_is_open_to_everybody_needs_no_session() {
    assertThat(HelpTask.ofEverybody()).containsExactly(HelpTask.SIGN_IN, HelpTask.CHECK_PAPER);
    assertThat(Arrays.stream(HelpTask.values()).map(HelpTask::code))
        .contains("file-request", "sign-decision")
        .doesNotHaveDuplicates();
  }
}
