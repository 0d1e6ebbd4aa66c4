package id.narahubung.web;

import static io.javalin.http.HttpStatus.CONFLICT;
import static io.javalin.http.HttpStatus.UNPROCESSABLE_CONTENT;

import id.narahubung.access.RuleBroken;
import id.narahubung.data.Tx;
import id.narahubung.ledger.Once;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;

/**
 * A form whose act is done once, however often it is sent; what is wrong with it, and what a rule
 * refuses, stands on it again with all that was typed.
 */
public final class OnceForm {

  private final Once once;

  public OnceForm(Once once) {
    this.once = once;
  }

  /** Draws the form again. */
  @FunctionalInterface
  public interface Again {

    /**
     * Sends the page with what was typed.
     *
     * @param refusal the rule that was broken; empty where the fields say what is wrong
     */
    void show(HttpStatus status, String refusal);
  }

  /** Whether it was done, now or before; where it was not, the form is on its way back. */
  public boolean isDone(Context ctx, Form form, Consumer<Tx> work, Again again) {
    if (!form.isGood()) {
      again.show(UNPROCESSABLE_CONTENT, "");
      return false;
    }
    Reader reader = Reader.of(ctx);
    try {
      once.run(
          reader.viewer(),
          form.act(),
          tx -> {
            work.accept(tx);
            return form.act();
          },
          (tx, done) -> form.act());
      return true;
    } catch (RuleBroken e) {
      again.show(CONFLICT, reader.words().say(e.key(), e.arguments().toArray()));
      return false;
    }
  }
}
