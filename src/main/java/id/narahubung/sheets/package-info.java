/**
 * Tables in files: reading and writing CSV and XLSX. Knows nothing of requests.
 *
 * <p>A list leaves as CSV or XLSX with its page's filter and order ({@code ExportPages}): rows come
 * from a cursor and go to a file on disk, which is then sent, so that memory does not grow and a
 * slow reader holds no connection. Every cell is written by a {@code SheetWriter}, as text whatever
 * it begins with; an item's address becomes a cell in {@code ItemCells} alone. Answers come back in
 * such a table: rows that say the same are one act of {@code AnswerItems}, a thousand at most, and
 * its id follows from what it says of which items in which version.
 */
@NullMarked
package id.narahubung.sheets;

import org.jspecify.annotations.NullMarked;
