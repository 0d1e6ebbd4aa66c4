package id.narahubung.web;

import java.util.Optional;

/** Knows which task's help belongs to a page; the feature that keeps the help brings it. */
public interface PageHelp {

  /** The help on the page of this route, for this reader. */
  Optional<Task> of(String route, Reader reader);

  /** A task's page of help. */
  record Task(String href, String title) {}
}
