package id.narahubung.requests;

import id.narahubung.text.Words;
import id.narahubung.web.Form;
import java.util.List;
import java.util.Optional;

/** Drafts anew what came back: nothing to fill in, the drafts are written on their own pages. */
final class RedraftForm implements ActForm {

  private final RedraftItems redraft;

  RedraftForm(RedraftItems redraft) {
    this.redraft = redraft;
  }

  @Override
  public Optional<Work> read(Picked picked, Form form) {
    return Optional.of(
        new Work("redraft.saved", tx -> redraft.run(tx, form.act(), ItemActs.refs(form))));
  }

  @Override
  public Drawing draw(Picked picked, Form form) {
    Words words = picked.words();
    int count = picked.rows().size();
    long drafts = picked.rows().stream().map(ItemRow::number).distinct().count();
    return new Drawing(
        words.say("redraft.items.title", count),
        "/reappearances",
        "post",
        List.of(),
        List.of(),
        "",
        words.say("redraft.next", drafts).lines().toList(),
        words.say("redraft.save", drafts));
  }
}
