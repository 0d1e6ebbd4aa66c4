package id.narahubung.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The rows of a table as the text they are stored as: JSON. */
final class SheetCells {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SheetCells() {}

  static String write(List<List<String>> rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<List<String>> read(String cells) {
    try {
      return JSON.readValue(cells, new TypeReference<List<List<String>>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored cells are not JSON", e);
    }
  }
}
