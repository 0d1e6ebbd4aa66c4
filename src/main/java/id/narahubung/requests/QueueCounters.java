package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** What else waits for the viewer, of other features than requests: counters that lead there. */
public interface QueueCounters {

  List<Counter> of(Tx tx, Words words);

  /** Those of another feature behind these. */
  default QueueCounters and(QueueCounters more) {
    return (tx, words) ->
        Stream.concat(of(tx, words).stream(), more.of(tx, words).stream()).toList();
  }
}
