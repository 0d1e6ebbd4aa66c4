package id.narahubung.rules;

import java.util.List;

/** What an order may ask for and how a company may answer it, each in the order of the form. */
public record Answering(
    List<Measure> measures, List<AnswerType> answerTypes, List<RefusalGround> refusalGrounds) {

  public Answering {
    measures = List.copyOf(measures);
    answerTypes = List.copyOf(answerTypes);
    refusalGrounds = List.copyOf(refusalGrounds);
  }
}
