package id.narahubung.testing;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.evidence.AddEvidence;
import id.narahubung.evidence.CaseRef;
import id.narahubung.evidence.Evidence;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.evidence.FileFault;
import id.narahubung.evidence.FileStore;
import id.narahubung.evidence.ReceivedFile;
import id.narahubung.evidence.RemoveEvidence;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Evidence a test starts from, added through the command. */
public final class GivenEvidence {

  private final Given given;
  private final EvidenceStore store = new EvidenceStore();
  private final FileStore files = new FileStore();

  public GivenEvidence(Given given) {
    this.given = given;
  }

  public EvidenceStore store() {
    return store;
  }

  public FileStore files() {
    return files;
  }

  /** Evidence for both sides on a request that was sent. */
  public long onRequest(PersonViewer who, String number, byte[] bytes, String name) {
    return add(who, tx -> store.request(tx, number), Optional.empty(), bytes, name, true);
  }

  public long onItem(PersonViewer who, String number, int item, byte[] bytes, String name) {
    return add(who, tx -> store.request(tx, number), Optional.of(item), bytes, name, true);
  }

  /** Evidence that the adding side keeps to itself. */
  public long forOneself(PersonViewer who, String number, byte[] bytes, String name) {
    return add(who, tx -> store.request(tx, number), Optional.empty(), bytes, name, false);
  }

  public long onDraft(PersonViewer who, long draft, byte[] bytes, String name, boolean shared) {
    return add(who, tx -> store.draft(tx, draft), Optional.empty(), bytes, name, shared);
  }

  private long add(
      PersonViewer who,
      Function<Tx, CaseRef> where,
      Optional<Integer> item,
      byte[] bytes,
      String name,
      boolean shared) {
    AddEvidence add = new AddEvidence(store, files, given.ledger());
    try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(bytes), name)) {
      return given.as(
          who, tx -> add.run(tx, given.act(), where.apply(tx), item, file, shared, "Catatan."));
    } catch (FileFault e) {
      throw new IllegalArgumentException(e);
    }
  }

  public void takeBack(PersonViewer who, String number, long evidence, String reason) {
    RemoveEvidence remove = new RemoveEvidence(store, given.ledger());
    given
        .db()
        .run(who, tx -> remove.run(tx, given.act(), store.request(tx, number), evidence, reason));
  }

  public void takeFromDraft(PersonViewer who, long draft, long evidence) {
    RemoveEvidence remove = new RemoveEvidence(store, given.ledger());
    given.db().run(who, tx -> remove.run(tx, given.act(), store.draft(tx, draft), evidence, ""));
  }

  /** The evidence of a request that a viewer sees, by name. */
  public List<Evidence> seen(PersonViewer who, long request) {
    return given.as(who, tx -> store.list(tx, request, 100));
  }
}
