package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.BoundaryBand;
import org.maskwright.data.metric.ClassScore;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.task.Progress;

/** How well each variant agrees with the mask, as far as that is decided: IU of every class. */
public final class AgreementViewModel {

  /** How far the border's band reaches, in pixels: as in evaluations. */
  public static final int BAND_RADIUS = 5;

  private final ProjectSession session;
  private final Painting painting;
  private final Proposals proposals;
  private final ToolServices services;
  private final BooleanProperty atBorders = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Table> table = new ReadOnlyObjectWrapper<>(Table.EMPTY);
  private RunningTask running = () -> {};

  /**
   * One class, or their mean.
   *
   * @param name of the class; empty for the mean
   * @param iu of each variant; empty where there was nothing to measure
   */
  public record Row(Optional<String> name, int rgb, List<OptionalDouble> iu) {}

  /** What there is to show; no rows while there is nothing to compare. */
  public record Table(List<String> variants, List<Row> rows) {

    static final Table EMPTY = new Table(List.of(), List.of());
  }

  AgreementViewModel(
      ProjectSession session, Painting painting, Proposals proposals, ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.proposals = proposals;
    this.services = services;
    for (Observable input :
        List.of(proposals.proposalProperty(), painting.schemeProperty(), atBorders)) {
      input.addListener(o -> measure());
    }
    measure();
  }

  /** True if only pixels near a border of the mask count. */
  public BooleanProperty atBordersProperty() {
    return atBorders;
  }

  public ReadOnlyObjectProperty<Table> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** Somebody painted, and rests for a moment. */
  void measure() {
    running.cancel();
    Optional<Proposal> proposal = proposals.proposalProperty().get();
    Optional<LabelMask> mask = session.currentProperty().get().map(OpenImage::mask);
    if (proposal.isEmpty() || mask.isEmpty()) {
      table.set(Table.EMPTY);
      return;
    }
    Measuring work = new Measuring(proposal.get(), mask.get(), painting.scheme(), atBorders.get());
    running = services.tasks().start(work::run, new Outcome<>(table::set, services.failures()));
  }

  /** One measurement. */
  private record Measuring(
      Proposal proposal, LabelMask mask, LabelScheme scheme, boolean atBorders) {

    Table run(Progress progress) {
      byte[] truth = mask.labels();
      if (isUndecided(truth)) {
        return Table.EMPTY;
      }
      Optional<boolean[]> near =
          atBorders ? Optional.of(BoundaryBand.of(mask, BAND_RADIUS)) : Optional.empty();
      List<Scores> scores = new ArrayList<>();
      for (String variant : proposal.variants()) {
        progress.checkCancelled();
        byte[] said = translated(proposal.classes(variant).orElseThrow());
        ConfusionMatrix matrix = new ConfusionMatrix(scheme.size());
        near.ifPresentOrElse(band -> matrix.add(truth, said, band), () -> matrix.add(truth, said));
        scores.add(Scores.of(matrix));
      }
      return new Table(proposal.variants(), rows(scores));
    }

    private static boolean isUndecided(byte[] truth) {
      for (byte label : truth) {
        if (label != (byte) LabelMask.IGNORE) {
          return false;
        }
      }
      return true;
    }

    private byte[] translated(byte[] said) {
      byte[] table = proposal.table(scheme);
      byte[] translated = Arrays.copyOf(said, said.length);
      for (int i = 0; i < translated.length; i++) {
        translated[i] = table[said[i] & 0xFF];
      }
      return translated;
    }

    private List<Row> rows(List<Scores> scores) {
      List<Row> rows = new ArrayList<>();
      rows.add(new Row(Optional.empty(), 0, iu(scores.stream().map(Scores::meanIu).toList())));
      for (int index = 0; index < scheme.size(); index++) {
        int of = index;
        List<ClassScore> ofClass = scores.stream().map(s -> s.classes().get(of)).toList();
        if (ofClass.stream().anyMatch(ClassScore::isAnywhere)) {
          rows.add(
              new Row(
                  Optional.of(scheme.get(index).name()),
                  scheme.get(index).displayRgb(),
                  iu(ofClass.stream().map(ClassScore::iu).toList())));
        }
      }
      return rows;
    }

    private static List<OptionalDouble> iu(List<Double> measured) {
      return measured.stream()
          .map(iu -> iu.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(iu))
          .toList();
    }
  }
}
