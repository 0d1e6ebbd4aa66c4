/** Tables in files: reading and writing CSV and XLSX. Knows nothing of requests. */
@NullMarked
package id.narahubung.sheets;

import org.jspecify.annotations.NullMarked;
