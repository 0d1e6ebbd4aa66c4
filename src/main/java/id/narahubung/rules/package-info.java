/**
 * Rule sets: dated data that say how urgent, how long, which answers.
 *
 * <p>Categories, hours, legal bases, answer types with what they ask for, refusal grounds and what
 * fulfils which measure stand in a dated rule set, and so do letters, fines, target times, what may
 * be promised, checked and decided, and the calendar of working days; a request keeps the version
 * in force when it was sent. An administrator drafts the next version at {@code /rules}, a
 * supervisor who wrote none of it releases it, and both sides read what changes; a released version
 * PostgreSQL refuses to change, even for its owner. {@code Section} describes every column once:
 * pages, forms, differences and the store read that. Another law is another set of rows: {@code
 * european-order.sql}, among the tests, is the European order of one hour, without a line of Java.
 */
@NullMarked
package id.narahubung.rules;

import org.jspecify.annotations.NullMarked;
