package id.narahubung.data;

import id.narahubung.access.Viewer;
import id.narahubung.access.Viewer.PersonViewer;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * An open transaction of one viewer: the only handle that reaches SQL. All rows of a change share
 * its one instant.
 */
public record Tx(DSLContext sql, Viewer viewer, Instant now) {

  /** The signed-in person. Casework has no other viewers. */
  public PersonViewer person() {
    if (viewer instanceof PersonViewer person) {
      return person;
    }
    throw new IllegalStateException(viewer + " does no casework");
  }

  /** The same transaction, its acts signed by a person who has just proven who they are. */
  public Tx signedBy(PersonViewer person) {
    return new Tx(sql, person, now);
  }
}
