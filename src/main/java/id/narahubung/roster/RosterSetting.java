package id.narahubung.roster;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How an organisation keeps its list.
 *
 * @param zone in which shifts are typed and weeks begin
 * @param urgent after how long the next is told of what is urgent and nobody took up; of a test
 *     call, too
 * @param other the same for what is not urgent
 */
public record RosterSetting(
    ZoneId zone, boolean sharesPhone, Duration urgent, Duration other, int version) {}
