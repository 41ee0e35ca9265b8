package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.maskwright.app.canvas.Overlay;
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

/** The layer that panes show in place of classes; worked out in the background. */
public final class LayersViewModel {

  private final ProjectSession session;
  private final Painting painting;
  private final Proposals proposals;
  private final ToolServices services;
  private final ObjectProperty<Layer> layer = new SimpleObjectProperty<>(Layer.CLASSES);
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(new Found(Layer.CLASSES, Map.of(), new long[0]));
  private RunningTask running = () -> {};

  /**
   * What was worked out for a layer.
   *
   * @param overlays by variant; none where panes draw the layer by themselves
   * @param counts of pixels, by class or by value
   */
  @SuppressWarnings("ArrayRecordComponent") // Counts in bulk; nobody compares them.
  record Found(Layer layer, Map<String, Overlay> overlays, long[] counts) {}

  LayersViewModel(
      ProjectSession session, Painting painting, Proposals proposals, ToolServices services) {
    this.session = session;
    this.painting = painting;
    this.proposals = proposals;
    this.services = services;
    for (Observable input :
        List.of(
            layer,
            proposals.proposalProperty(),
            proposals.sourceProperty(),
            painting.schemeProperty())) {
      input.addListener(o -> look());
    }
    painting.activeClassProperty().addListener(o -> lookIf(layer.get() == Layer.PROBABILITY));
    look();
  }

  public ObjectProperty<Layer> layerProperty() {
    return layer;
  }

  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Somebody painted, and rests for a moment. */
  void painted() {
    lookIf(layer.get().dependsOnMask());
  }

  private void lookIf(boolean concerned) {
    if (concerned) {
      look();
    }
  }

  private void look() {
    running.cancel();
    Layer wanted = layer.get();
    Optional<Proposal> proposal = proposals.proposalProperty().get();
    Optional<LabelMask> mask = session.currentProperty().get().map(OpenImage::mask);
    if (proposal.isEmpty() || mask.isEmpty() || wanted == Layer.CLASSES) {
      found.set(new Found(wanted, Map.of(), new long[0]));
      return;
    }
    Work work =
        new Work(
            proposal.get(),
            proposals.sourceProperty().get(),
            mask.get(),
            painting.scheme(),
            painting.activeClass());
    running =
        services
            .tasks()
            .start(progress -> work.on(wanted), new Outcome<>(found::set, services.failures()));
  }

  /** One look at a proposal. */
  private record Work(
      Proposal proposal, String source, LabelMask mask, LabelScheme scheme, int activeClass) {

    Found on(Layer layer) {
      return switch (layer) {
        case DISAGREEMENT -> disagreement();
        case PROBABILITY -> probability();
        case DIFFERENCE -> difference();
        case CHANGES -> new Found(layer, Map.of(), changes());
        default -> new Found(layer, plain(layer), new long[0]);
      };
    }

    private Map<String, Overlay> plain(Layer layer) {
      Map<String, Overlay> overlays = new HashMap<>();
      for (String variant : proposal.variants()) {
        proposal
            .variant(variant)
            .ifPresent(
                said ->
                    overlays.put(
                        variant,
                        layer == Layer.CONFIDENCE
                            ? ProposalOverlays.of(
                                proposal, said.confidence(), LayerLooks.confidence())
                            : ProposalOverlays.of(proposal, said.entropy(), LayerLooks.entropy())));
      }
      return overlays;
    }

    private Found disagreement() {
      byte[] plane = ProposalOverlays.disagreement(proposal, scheme);
      Overlay overlay = ProposalOverlays.of(proposal, plane, LayerLooks.disagreement());
      Map<String, Overlay> overlays = new HashMap<>();
      proposal.variants().forEach(variant -> overlays.put(variant, overlay));
      return new Found(Layer.DISAGREEMENT, overlays, LayerPlanes.histogram(plane));
    }

    private Found probability() {
      List<Integer> wanted = proposal.map().modelClasses(activeClass, scheme);
      Map<String, Overlay> overlays = new HashMap<>();
      for (String variant : proposal.variants()) {
        ProposalOverlays.probability(proposal, variant, wanted)
            .ifPresent(overlay -> overlays.put(variant, overlay));
      }
      return new Found(Layer.PROBABILITY, overlays, new long[0]);
    }

    private Found difference() {
      byte[] table = proposal.table(scheme);
      Map<String, Overlay> overlays = new HashMap<>();
      long[] counts = new long[256];
      for (String variant : proposal.variants()) {
        byte[] plane = LayerPlanes.difference(proposal.classes(variant).orElseThrow(), table, mask);
        overlays.put(variant, new Overlay(plane, LayerLooks.difference()));
        if (variant.equals(source)) {
          counts = LayerPlanes.histogram(plane);
        }
      }
      return new Found(Layer.DIFFERENCE, overlays, counts);
    }

    private long[] changes() {
      return proposal
          .classes(source)
          .map(said -> LayerPlanes.changes(said, proposal.table(scheme), mask))
          .orElse(new long[0]);
    }
  }

  /** The classes whose numbers of pixels accepting would change, the most first. */
  List<Integer> changedClasses() {
    long[] counts = found.get().counts();
    List<Integer> classes = new ArrayList<>();
    for (int index = 0; index < Math.min(counts.length, painting.scheme().size()); index++) {
      if (counts[index] > 0) {
        classes.add(index);
      }
    }
    classes.sort((one, other) -> Long.compare(counts[other], counts[one]));
    return classes;
  }
}
