package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What letters show beside requests and items, which know nothing else of them. */
public interface LetterBox {

  /** So many requests are told of; for what is more, pages say that it is more. */
  int MOST_WANTED = 99;

  /** The letters of a request, and those the clock proposes to whoever may send them. */
  Optional<LetterCard> onRequest(Tx tx, Words words, TakedownRequest request);

  /** The letters that cover an item. */
  List<ItemPage.Link> onItem(Tx tx, Words words, long item);

  /** What letters ask of the viewer, a counter each, and none for what is nothing. */
  List<QueuePage.Counter> asked(Tx tx, Words words);

  /** For how many requests a letter is proposed; empty for who may not send one. */
  OptionalInt wanted(Tx tx);
}
