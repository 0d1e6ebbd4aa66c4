package id.narahubung.bench;

import id.narahubung.access.Role;
import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.testing.Doors;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.Http;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ministry's people and the companies with theirs, made through the commands. */
record Parties(
    Given given,
    List<PersonViewer> officers,
    List<PersonViewer> supervisors,
    List<Company> companies,
    List<PersonViewer> responders,
    PersonViewer colleague) {

  /** Of a hundred requests to the first four, how many go to which. */
  static final List<Integer> SHARES = List.of(55, 25, 15, 5);

  /** Of each company, beside one who answers. */
  private static final int STAFF = 9;

  /** Four companies that get most requests, and as many more as are asked for. */
  static Parties make(Given given, int number) {
    List<Company> companies =
        Stream.concat(
                Stream.of("Klip", "Pondok", "Warta", "Riuh"),
                IntStream.rangeClosed(SHARES.size() + 1, number).mapToObj(n -> "Layanan" + n))
            .map(given::company)
            .toList();
    if (number > SHARES.size()) {
      // As many readers of a weekly status as a ministry's real portal would have.
      companies.forEach(
          company -> people(STAFF, () -> given.person(company.organisation(), Role.LEAD)));
    }
    return new Parties(
        given,
        people(8, () -> given.person(given.ministry(), Role.OFFICER)),
        people(3, () -> given.person(given.ministry(), Role.SUPERVISOR)),
        companies,
        companies.stream().map(given::responder).toList(),
        given.responder(companies.getFirst()));
  }

  private static List<PersonViewer> people(
      int number, java.util.function.Supplier<PersonViewer> make) {
    return IntStream.range(0, number).mapToObj(n -> make.get()).toList();
  }

  /**
   * One of the first four by their shares; where there are more, one of all in every third case.
   */
  Company pick(SplittableRandom random) {
    if (companies.size() > SHARES.size() && random.nextInt(3) == 0) {
      return companies.get(random.nextInt(companies.size()));
    }
    int p = random.nextInt(100);
    int sum = 0;
    for (int n = 0; n < SHARES.size(); n++) {
      sum += SHARES.get(n);
      if (p < sum) {
        return companies.get(n);
      }
    }
    return companies.getFirst();
  }

  /** A visitor of a portal who is signed in as this person. */
  Http signedIn(URI portal, PersonViewer person) {
    Http visitor = new Http(portal);
    visitor.carry("session", new Doors(given.db()).session(person.personId()));
    return visitor;
  }
}
