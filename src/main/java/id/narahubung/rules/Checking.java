package id.narahubung.rules;

import java.util.List;

/**
 * What a company may promise, how promises are checked, and what is gone through on the way, each
 * in the order of the form.
 */
public record Checking(
    List<CommitmentKind> commitmentKinds,
    List<CheckMethod> methods,
    List<ChecklistEntry> checklists) {

  public Checking {
    commitmentKinds = List.copyOf(commitmentKinds);
    methods = List.copyOf(methods);
    checklists = List.copyOf(checklists);
  }
}
