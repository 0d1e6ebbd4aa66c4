/**
 * Help: what a person of each role does here, one page a task.
 *
 * <p>A task's page is a text of its own in each language (resources {@code help/id}, {@code
 * help/en}), written in a few marks that {@link id.narahubung.help.HelpText} reads. A label of the
 * portal is never typed there but named by its key, so that help says what the page says, also
 * after a label has changed. Which role does which tasks stands in {@link
 * id.narahubung.help.HelpTask}, which page is helped by which task in {@code TaskOfPage}; the
 * pictures are kept by {@code bin/test --screens}.
 */
@NullMarked
package id.narahubung.help;

import org.jspecify.annotations.NullMarked;
