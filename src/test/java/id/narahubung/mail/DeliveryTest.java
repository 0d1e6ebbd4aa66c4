package id.narahubung.mail;

import static org.assertj.core.api.Assertions.assertThat;

import id.narahubung.mail.Delivery.Outcome;
import id.narahubung.mail.Delivery.Reached;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer is worth, and how long a mail rests after it. */
final class DeliveryTest {

  @ParameterizedTest
  @CsvSource({
    "SERVER,    0, connection refused,              FAILED,    true",
    "SERVER,  530, 530 5.7.0 sign in first,         FAILED,    true",
    "SERVER,  550, 550 5.1.8 no such sender,        FAILED,    true",
    "MAILBOX,   0, reset by peer,                   FAILED,    true",
    "MAILBOX, 421, 421 4.3.2 closing,               FAILED,    true",
    "MAILBOX, 550, 550 5.1.1 no such mailbox,       REFUSED,   false",
    "MAILBOX, 550, 550 5.2.1 mailbox disabled,      REFUSED,   false",
    "MAILBOX, 550, 550 no such mailbox,             REFUSED,   false",
    "MAILBOX, 550, 550 5.7.1 your address is known, POSTPONED, true",
    "MAILBOX, 553, 553 5.1.8 no such sender,        POSTPONED, true",
    "MAILBOX, 554, 554 relay access denied,         POSTPONED, true",
    "MAILBOX, 554, 554 5.7.1 relay access denied,   POSTPONED, true",
    "MAILBOX, 530, 530 sign in first,               POSTPONED, true",
    "MAILBOX, 552, 552 5.2.2 mailbox full,          POSTPONED, false",
    "MAILBOX, 452, 452 4.2.2 mailbox full,          POSTPONED, false",
    "MAILBOX, 450, 450 4.7.1 greylisted,            POSTPONED, false",
    "MAILBOX, 451, 451 4.3.0 out of order,          POSTPONED, true",
    "CONTENT, 554, 554 no valid recipients,         POSTPONED, true",
    "END,     451, 451 4.3.0 filter away,           POSTPONED, true",
    "END,     554, 554 5.7.1 looks like spam,       POSTPONED, true",
    "END,       0, no answer in time,               POSTPONED, true"
  })
  void only_a_mailbox_is_refused_for_good(
      Reached reached, int code, String reply, Outcome outcome, boolean endsTheRun) {
    Delivery delivery = Delivery.failed(reached, code, reply);
    assertThat(delivery.outcome()).isEqualTo(outcome);
    assertThat(delivery.endsTheRun()).isEqualTo(endsTheRun);
    assertThat(delivery.mayHaveArrived()).isEqualTo(reached == Reached.END && code == 0);
  }

  @Test
  void pauses_grow_for_two_days_and_no_urgent_one_is_longer_than_ten_minutes() {
    Duration tried = Duration.ZERO;
    Duration last = Duration.ZERO;
    int attempts = 1;
    for (Optional<Duration> pause = Retry.after(attempts, tried, false);
        pause.isPresent();
        pause = Retry.after(++attempts, tried, false)) {
      assertThat(pause.get()).isGreaterThan(last);
      last = pause.get();
      tried = tried.plus(last);
    }
    assertThat(attempts).isEqualTo(10);
    assertThat(tried).isBetween(Duration.ofHours(46), Duration.ofHours(48));

    Duration urgent = Duration.ZERO;
    attempts = 1;
    for (Optional<Duration> pause = Retry.after(attempts, urgent, true);
        pause.isPresent();
        pause = Retry.after(++attempts, urgent, true)) {
      assertThat(pause.get()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10));
      urgent = urgent.plus(pause.get());
    }
    assertThat(urgent).isBetween(Duration.ofHours(47), Duration.ofHours(48));
  }
}
