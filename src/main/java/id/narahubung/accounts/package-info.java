/**
 * People, their sessions, sign-in and one-time links.
 *
 * <p>Nobody gives or takes a role of one's own. Not even the only administrator: who holds the
 * server's console may do it there ({@code bin/admin role}), and anybody else would raise oneself
 * unseen. PostgreSQL holds the same. A lead gives no role for restricted content.
 *
 * <p>Who keeps accounts is watched. An administrator could make a second account, or a link for
 * somebody's password. So a role given and a link are told at once to the holder and to the
 * ministry's supervisors or the company's leads, as is a new account that may decide; a company
 * reads in its own ledger what was done to its accounts. What is done at the console is told to
 * nobody: who holds the server could write anything.
 *
 * <p>A lent role is read anew at each request. It counts while it runs and its lender still holds
 * the role; the job only tells the ledger. What is lent is not lent on, brings no keeping of
 * accounts, and makes nobody a second pair of eyes for own drafts.
 */
@NullMarked
package id.narahubung.accounts;

import org.jspecify.annotations.NullMarked;
