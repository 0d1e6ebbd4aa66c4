package id.narahubung.search;

import static id.narahubung.db.Tables.EVENT;
import static id.narahubung.db.Tables.ITEM;
import static id.narahubung.db.Tables.MESSAGE;
import static id.narahubung.db.Tables.REQUEST;
import static id.narahubung.db.Tables.STATEMENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import id.narahubung.access.Share;
import id.narahubung.access.Side;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.data.Tx;
import id.narahubung.ledger.By;
import id.narahubung.ledger.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

/**
 * The search. PostgreSQL finds, by a function that holds the wall itself; what is shown of a hit is
 * then read through the walled tables as everywhere else.
 */
public final class SearchStore {

  private static final String ALL = "HighlightAll=true";
  private static final String SOME =
      "MaxFragments=2, MinWords=10, MaxWords=28, FragmentDelimiter=\" … \"";

  /** What was found. */
  public enum Kind {
    REQUEST,
    ITEM,
    MESSAGE,
    STATEMENT
  }

  /** A row that was found: its id, and its request's. */
  public record Hit(Kind kind, long requestId, long id) {}

  /** A found request's texts. */
  public record RequestTexts(long id, Snippet subject, Snippet text, String letterNumber) {}

  /** A found message. */
  public record FoundMessage(long id, Share share, Instant writtenAt, By by, Snippet text) {}

  /**
   * What somebody said of items in words, and of which first.
   *
   * @param kind the table it stands in: 'answer', 'ruling' …
   */
  public record FoundStatement(
      long id, String kind, int ordinal, Instant at, By by, Snippet text) {}

  /** What the viewer may see of it, the best first, at most so many. */
  public List<Hit> find(Tx tx, SearchText text, int most) {
    return tx.sql()
        .fetch(
            "select kind, request_id, coalesce(item_id, message_id, request_id) as id from "
                + function(tx.person())
                + "(?, ?, ?) with ordinality order by ordinality",
            text.words(),
            text.piece(),
            most)
        .map(
            r ->
                new Hit(
                    Kind.valueOf(r.get("kind", String.class).toUpperCase(Locale.ROOT)),
                    r.get("request_id", Long.class),
                    r.get("id", Long.class)));
  }

  /** Whoever asks by another side's function is refused by PostgreSQL. */
  private static String function(PersonViewer viewer) {
    if (viewer.side() == Side.COMPANY) {
      return "search_as_company";
    }
    return viewer.onlyReads() ? "search_as_auditor" : "search_as_ministry";
  }

  Map<Long, RequestTexts> requests(Tx tx, SearchText text, Collection<Long> ids) {
    return tx.sql()
        .select(
            REQUEST.ID,
            snippet(REQUEST.SUBJECT, text, ALL),
            snippet(
                concat(
                    REQUEST.ANALYSIS,
                    inline("\n"),
                    REQUEST.REQUESTER_BODY,
                    inline("\n"),
                    REQUEST.LETTER_NUMBER),
                text,
                SOME),
            REQUEST.LETTER_NUMBER)
        .from(REQUEST)
        .where(REQUEST.ID.eq(any(ids.toArray(Long[]::new))))
        .fetchMap(REQUEST.ID, Records.mapping(RequestTexts::new));
  }

  /** What is noted on found items, where there is anything, with the words marked. */
  Map<Long, Snippet> notes(Tx tx, SearchText text, Collection<Long> ids) {
    return tx.sql()
        .select(ITEM.ID, snippet(ITEM.NOTE, text, SOME))
        .from(ITEM)
        .where(ITEM.ID.eq(any(ids.toArray(Long[]::new))), ITEM.NOTE.ne(""))
        .fetchMap(Record2::value1, Record2::value2);
  }

  Map<Long, FoundMessage> messages(Tx tx, SearchText text, Collection<Long> ids) {
    return tx.sql()
        .select(
            MESSAGE.ID,
            MESSAGE.SIDE,
            MESSAGE.WRITTEN_AT,
            Ledger.BY,
            snippet(MESSAGE.TEXT, text, SOME))
        .from(MESSAGE)
        .join(EVENT)
        .on(EVENT.ID.eq(MESSAGE.EVENT_ID))
        .where(MESSAGE.ID.eq(any(ids.toArray(Long[]::new))))
        .fetchMap(MESSAGE.ID, Records.mapping(FoundMessage::new));
  }

  Map<Long, FoundStatement> statements(Tx tx, SearchText text, Collection<Long> ids) {
    return tx.sql()
        .select(
            STATEMENT.ID,
            STATEMENT.KIND,
            ITEM.ORDINAL,
            EVENT.AT,
            Ledger.BY,
            snippet(STATEMENT.TEXT, text, SOME))
        .from(STATEMENT)
        .join(ITEM)
        .on(ITEM.ID.eq(STATEMENT.ITEM_ID))
        .join(EVENT)
        .on(EVENT.ID.eq(STATEMENT.EVENT_ID))
        .where(STATEMENT.ID.eq(any(ids.toArray(Long[]::new))))
        .fetchMap(STATEMENT.ID, Records.mapping(FoundStatement::new));
  }

  private static Field<Snippet> snippet(Field<String> content, SearchText text, String options) {
    return field(
            "search_snippet({0}, {1}, {2})",
            SQLDataType.CLOB, content, val(text.words()), inline(options))
        .convertFrom(Snippet::ofMarked);
  }
}
