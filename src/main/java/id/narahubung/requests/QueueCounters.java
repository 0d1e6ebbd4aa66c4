package id.narahubung.requests;

import id.narahubung.data.Tx;
import id.narahubung.requests.QueuePage.Counter;
import id.narahubung.text.Words;
import java.util.List;

/** What else waits for the viewer, of other features than requests: counters that lead there. */
public interface QueueCounters {

  List<Counter> of(Tx tx, Words words);
}
