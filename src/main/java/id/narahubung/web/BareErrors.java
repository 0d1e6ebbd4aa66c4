package id.narahubung.web;

import id.narahubung.text.Language;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never became a request of ours, such as a broken address: Jetty's own refusals. */
final class BareErrors extends ErrorHandler {

  private final Refusals refusals;

  BareErrors(Refusals refusals) {
    this.refusals = refusals;
    setShowStacks(false);
    setShowCauses(false);
    setShowOrigin(false);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Pages.HTML);
    SecurityHeaders.each((name, value) -> response.getHeaders().put(name, value));
    String accepted =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)).orElse("");
    Language language = Accepted.language(accepted);
    Content.Sink.write(response, true, refusals.bare(status, language), callback);
    return true;
  }
}
