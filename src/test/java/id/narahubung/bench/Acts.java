package id.narahubung.bench;

import id.narahubung.access.Viewer.PersonViewer;
import id.narahubung.addresses.AddressFinder;
import id.narahubung.requests.AnswerGiven;
import id.narahubung.requests.ItemRef;
import id.narahubung.requests.SaveDraft;
import id.narahubung.requests.TakedownRequest;
import id.narahubung.testing.Given;
import id.narahubung.testing.Given.Company;
import id.narahubung.testing.GivenRequest;
import id.narahubung.testing.Http;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with many items at once: looking at a paste, filing, answering. */
final class Acts {

  private static final int PASTED = 400;
  private static final int FILED = 10_000;
  private static final int ANSWERED = 1_000;

  private final Parties parties;
  private final Given given;
  private final Report report;
  private final int runs;

  private final long postmaster;

  Acts(Parties parties, Report report, int runs, long postmaster) {
    this.postmaster = postmaster;
    this.parties = parties;
    this.given = parties.given();
    this.report = report;
    this.runs = runs;
  }

  void measure(Http officer) {
    report.heads("act");
    preview(officer);
    file();
  }

  private void preview(Http officer) {
    Company company = parties.companies().getFirst();
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("platform", Long.toString(company.platform().id()));
    typed.put("subject", "Perjudian daring");
    typed.put("category", "04");
    typed.put("urgency", "");
    typed.put("requester_body", "Direktorat");
    typed.put("requester_contact", "direktorat@kementerian.example");
    typed.put("letter_number", "B-1/2026");
    typed.put("letter_date", "2026-03-01");
    typed.put("basis", "ite_27_2");
    typed.put("analysis", "Menawarkan perjudian.");
    typed.put("redress", "Tulis kepada direktorat.");
    typed.put("pasted", pasted(company, PASTED));
    List<Double> taken = new ArrayList<>();
    for (int n = -3; n < runs; n++) {
      Http.Page form = officer.get("/drafts/new");
      long begun = System.nanoTime();
      Http.Page saved = officer.submit(form, "/drafts", typed);
      if (saved.status() != 303) {
        throw new IllegalStateException(saved.text());
      }
      Http.Page draft = officer.follow(saved);
      double millis = (System.nanoTime() - begun) / 1e6;
      if (draft.status() != 200) {
        throw new IllegalStateException("the draft answered " + draft.status());
      }
      if (n >= 0) {
        taken.add(millis);
      }
    }
    report.row("preview of 400 pasted URLs: saved and shown, over HTTP", times(taken), "< 300 ms");
    String text = pasted(company, PASTED);
    report.row(
        "… of it finding them in the text", Times.of(20, runs, () -> AddressFinder.in(text)), "");
  }

  private static Times times(List<Double> taken) {
    return Times.of(taken.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void file() {
    List<Double> saved = new ArrayList<>();
    List<Double> sent = new ArrayList<>();
    List<Double> both = new ArrayList<>();
    List<Double> answered = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> answerCpu = new ArrayList<>();
    for (int n = 0; n < Math.max(4, runs / 3); n++) {
      double before = cpu();
      Filed filed = file(parties.companies().getFirst());
      double between = cpu();
      if (n > 0) {
        saved.add(filed.save());
        sent.add(filed.send());
        both.add(filed.save() + filed.send());
      }
      List<Double> answers = answer(filed.request());
      answered.addAll(n > 0 ? answers : List.of());
      if (n > 0) {
        cpu.add(between - before);
        answerCpu.add((cpu() - between) / answers.size());
      }
    }
    report.row(
        "filing 10,000 items: saved and sent, through the commands", times(both), "< 3000 ms");
    report.row("… of it saving the draft", times(saved), "");
    report.row("… of it sending", times(sent), "");
    report.row("… all of it, in processor time of Java and PostgreSQL", times(cpu), "");
    report.row("answering 1,000 items at once, through the command", times(answered), "< 1000 ms");
    report.row("… in processor time of both", times(answerCpu), "");
  }

  /** The commands run in this process; its wall times say little while others build beside it. */
  private double cpu() {
    return CpuTime.of(ProcessHandle.current().pid()) + CpuTime.withChildren(postmaster);
  }

  private record Filed(long request, double save, double send) {}

  private Filed file(Company company) {
    PersonViewer officer = parties.officers().getFirst();
    PersonViewer supervisor = parties.supervisors().getFirst();
    String text = pasted(company, FILED);
    long begun = System.nanoTime();
    long id =
        given.as(
            officer,
            tx ->
                given
                    .desk()
                    .save()
                    .run(
                        tx,
                        given.act(),
                        SaveDraft.Target.startedFrom(Optional.empty()),
                        GivenRequest.content(company.platform().id()),
                        text));
    double save = (System.nanoTime() - begun) / 1e6;
    given.withoutScreenshot(officer, id);
    int version = given.read(officer, id).version();
    given.as(
        officer,
        tx -> {
          given.desk().submit().run(tx, given.act(), id, version);
          return id;
        });
    TakedownRequest waiting = given.read(supervisor, id);
    begun = System.nanoTime();
    given.as(supervisor, tx -> given.desk().send().run(tx, given.act(), id, waiting.version()));
    return new Filed(id, save, (System.nanoTime() - begun) / 1e6);
  }

  private List<Double> answer(long request) {
    PersonViewer responder = parties.responders().getFirst();
    List<ItemRef> refs = given.refs(responder, request);
    List<Double> taken = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      List<ItemRef> picked = refs.subList(n * ANSWERED, (n + 1) * ANSWERED);
      long begun = System.nanoTime();
      given.as(
          responder,
          tx ->
              given
                  .desk()
                  .answer()
                  .run(
                      tx,
                      given.act(),
                      picked,
                      new AnswerGiven(
                          "D1",
                          Optional.empty(),
                          Map.of(
                              "rule_line",
                              "3.2",
                              "acted_at",
                              tx.now().truncatedTo(ChronoUnit.SECONDS).toString()))));
      taken.add((System.nanoTime() - begun) / 1e6);
    }
    return taken;
  }

  private static String pasted(Company company, int number) {
    return GivenRequest.addresses(
        company.platform().name().toLowerCase(java.util.Locale.ROOT) + ".example", number);
  }
}
