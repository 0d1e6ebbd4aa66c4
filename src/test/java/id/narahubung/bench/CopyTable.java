package id.narahubung.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table filled by COPY, row by row, over a connection of its own. */
final class CopyTable implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder();

  CopyTable(Connection connection, String table, String columns) throws SQLException {
    this.connection = connection;
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + columns + ") from stdin");
  }

  void add(@Nullable Object... values) throws SQLException {
    for (int n = 0; n < values.length; n++) {
      if (n > 0) {
        buffer.append('\t');
      }
      append(values[n]);
    }
    buffer.append('\n');
    if (buffer.length() > BUFFER) {
      flush();
    }
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      buffer.append("\\N");
    } else if (value instanceof byte[] bytes) {
      buffer.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    } else if (value instanceof String text) {
      buffer.append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
    } else {
      buffer.append(value);
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  @Override
  public void close() throws SQLException {
    flush();
    copy.endCopy();
    connection.close();
  }
}
