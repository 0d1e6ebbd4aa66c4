/**
 * Verification steps: what a company promised or answered, looked at by somebody else than the one
 * who says so. Planned, recorded and concluded by the ministry; the company reads the result.
 */
@NullMarked
package id.narahubung.verification;

import org.jspecify.annotations.NullMarked;
