package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.engine.EnginePrediction.VariantAnswer;
import org.maskwright.app.proposal.ImagePrediction;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;

/** What every variant takes the pixel under the pointer for. */
public final class ProbesViewModel {

  private static final int MOST_GUESSES = 2;
  private static final double WHOLE = 255;
  private static final double NOT_WORTH_TELLING = 0.01;

  private final Proposals proposals;
  private final ObservableValue<Optional<Pointer>> pointer;
  private final ReadOnlyObjectWrapper<List<Probe>> probes = new ReadOnlyObjectWrapper<>(List.of());

  /**
   * What a variant says.
   *
   * @param guesses its likeliest classes, the likeliest first; of a refined answer, what became of
   *     the pixel, and then what the network said
   */
  public record Probe(String variant, List<Guess> guesses) {}

  /** A class and how likely it is, 0 to 1. */
  public record Guess(String name, int rgb, double probability) {}

  ProbesViewModel(Proposals proposals, ObservableValue<Optional<Pointer>> pointer) {
    this.proposals = proposals;
    this.pointer = pointer;
    pointer.addListener((o, before, now) -> look());
    proposals.proposalProperty().addListener(o -> look());
  }

  /** One for each variant, the coarsest first; empty while there is nothing to tell. */
  public ReadOnlyObjectProperty<List<Probe>> probesProperty() {
    return probes.getReadOnlyProperty();
  }

  private void look() {
    List<Probe> found = new ArrayList<>();
    Optional<Proposal> proposal = proposals.proposalProperty().get();
    Optional<Pointer> at = pointer.getValue();
    if (proposal.isPresent() && at.isPresent() && isInside(proposal.get(), at.get())) {
      for (String variant : proposal.get().variants()) {
        proposal
            .get()
            .variant(variant)
            .ifPresent(
                said -> found.add(new Probe(variant, guesses(proposal.get(), said, at.get()))));
      }
    }
    probes.set(found);
  }

  private static boolean isInside(Proposal proposal, Pointer at) {
    ImagePrediction image = proposal.prediction();
    return at.pixelX() >= 0
        && at.pixelY() >= 0
        && at.pixelX() < image.width()
        && at.pixelY() < image.height();
  }

  private List<Guess> guesses(Proposal proposal, VariantAnswer said, Pointer at) {
    List<Guess> guesses = new ArrayList<>();
    if (proposal.isRefined()) {
      guesses.add(refined(proposal, said, at));
    }
    likeliest(proposal, said, at).limit(MOST_GUESSES - guesses.size()).forEach(guesses::add);
    return guesses;
  }

  /** What became of the pixel, of which there is no more than its class and how sure that is. */
  private Guess refined(Proposal proposal, VariantAnswer said, Pointer at) {
    ImagePrediction prediction = proposal.prediction();
    int found = prediction.classAt(said, at.pixelX(), at.pixelY());
    double sure = prediction.confidenceAt(said, at.pixelX(), at.pixelY()) / WHOLE;
    return guess(proposal, found, sure);
  }

  /** What the network said, the likeliest first. */
  private Stream<Guess> likeliest(Proposal proposal, VariantAnswer said, Pointer at) {
    float[] scores = proposal.prediction().scores(said, at.pixelX(), at.pixelY());
    int count = Math.min(scores.length, proposal.model().classes().size());
    double greatest = IntStream.range(0, count).mapToDouble(c -> scores[c]).max().orElse(0);
    double sum = IntStream.range(0, count).mapToDouble(c -> Math.exp(scores[c] - greatest)).sum();
    return IntStream.range(0, count)
        .mapToObj(c -> guess(proposal, c, Math.exp(scores[c] - greatest) / sum))
        .sorted(Comparator.comparingDouble(Guess::probability).reversed())
        .filter(guess -> guess.probability() >= NOT_WORTH_TELLING);
  }

  private Guess guess(Proposal proposal, int modelClass, double probability) {
    String name = proposal.model().classes().get(modelClass).name();
    return new Guess(name, proposals.colour(proposal, modelClass), probability);
  }
}
