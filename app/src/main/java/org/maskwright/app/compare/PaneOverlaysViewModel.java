package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.canvas.Veil;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.Painting;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/** What lies over the image in each kind of pane. The outline of the mask lies over all of them. */
public final class PaneOverlaysViewModel {

  private static final int NOT_SHOWN = -1;

  private final OverlaysViewModel masks;
  private final Painting painting;
  private final Proposals proposals;
  private final LayersViewModel layers;
  private final BooleanProperty proposed = new SimpleBooleanProperty(true);
  private final Map<PaneContent, ReadOnlyObjectWrapper<List<Overlay>>> all =
      new EnumMap<>(PaneContent.class);

  PaneOverlaysViewModel(
      OverlaysViewModel masks, Painting painting, Proposals proposals, LayersViewModel layers) {
    this.masks = masks;
    this.painting = painting;
    this.proposals = proposals;
    this.layers = layers;
    for (PaneContent content : PaneContent.values()) {
      all.put(content, new ReadOnlyObjectWrapper<>(List.of()));
    }
    // Listeners to changes, which read each value: one that nobody reads tells of no other.
    for (ObservableValue<?> input :
        List.<ObservableValue<?>>of(
            masks.overlaysProperty(),
            proposals.proposalProperty(),
            proposals.otherProposalProperty(),
            proposals.sourceProperty(),
            layers.foundProperty(),
            proposed)) {
      input.addListener((o, before, now) -> update());
    }
    update();
  }

  /** What to draw in a pane now, the lowest first. */
  public ReadOnlyObjectProperty<List<Overlay>> of(PaneContent content) {
    return Objects.requireNonNull(all.get(content)).getReadOnlyProperty();
  }

  /** True if the everyday pane shows what the source proposes. */
  public BooleanProperty proposedProperty() {
    return proposed;
  }

  private void update() {
    all.forEach((content, overlays) -> overlays.set(overlays(content)));
  }

  private List<Overlay> overlays(PaneContent content) {
    if (masks.mask().isEmpty()) {
      return List.of();
    }
    LabelMask mask = masks.mask().get();
    List<Overlay> drawn = new ArrayList<>();
    if (masks.shownProperty().get()) {
      switch (content) {
        case EVERYDAY -> everyday(mask, drawn);
        case IMAGE -> drawn.add(masks.outline(mask));
        case MASK -> drawn.add(masks.labels(mask));
        case TRUTH -> drawn.add(masks.alone(mask));
        case OTHER -> other(mask, drawn);
        default -> content.variant().ifPresent(variant -> variant(mask, variant, drawn));
      }
    }
    drawn.addAll(masks.ofTools());
    return drawn;
  }

  private void everyday(LabelMask mask, List<Overlay> drawn) {
    Optional<Proposal> proposal = proposals.proposalProperty().get().filter(p -> proposed.get());
    String source = proposals.sourceProperty().get();
    if (proposal.isEmpty()) {
      drawn.add(masks.labels(mask));
    } else if (layers.layerProperty().get() != Layer.CLASSES) {
      variant(mask, source, drawn);
    } else {
      Veil undecided = Veil.where(mask, code -> code == 0);
      Veil otherwise =
          Veil.where(mask, code -> code != 0).butWhereEqual(proposal.get().table(scheme()));
      classes(proposal.get(), source, false).map(o -> o.behind(undecided)).ifPresent(drawn::add);
      drawn.add(masks.labels(mask));
      classes(proposal.get(), source, true).map(o -> o.behind(otherwise)).ifPresent(drawn::add);
    }
  }

  private void variant(LabelMask mask, String variant, List<Overlay> drawn) {
    Optional<Proposal> proposal = proposals.proposalProperty().get();
    Layer layer = layers.layerProperty().get();
    LayersViewModel.Found found = layers.foundProperty().get();
    if (layer == Layer.CLASSES) {
      proposal.flatMap(p -> classes(p, variant, false)).ifPresent(drawn::add);
    } else if (layer == Layer.CHANGES) {
      proposal.flatMap(p -> changes(p, variant, mask)).ifPresent(drawn::add);
    } else if (found.layer() == layer) {
      Optional.ofNullable(found.overlays().get(variant)).ifPresent(drawn::add);
    }
    drawn.add(masks.outline(mask));
  }

  private void other(LabelMask mask, List<Overlay> drawn) {
    Optional<Proposal> proposal = proposals.otherProposalProperty().get();
    String source = proposals.sourceProperty().get();
    proposal
        .flatMap(
            p -> classes(p, p.variants().contains(source) ? source : p.model().finest(), false))
        .ifPresent(drawn::add);
    drawn.add(masks.outline(mask));
  }

  private LabelScheme scheme() {
    return painting.scheme();
  }

  /** The classes of a variant in the project's colours; the background stays clear. */
  private Optional<Overlay> classes(Proposal proposal, String variant, boolean hatched) {
    byte[] table = proposal.table(scheme());
    int known = proposal.model().classes().size();
    return ProposalOverlays.classes(
        proposal,
        variant,
        OverlayLook.of(
            value -> value < known ? colour(table[value] & 0xFF) : NOT_SHOWN,
            masks.opacityProperty().get(),
            0,
            hatched));
  }

  private int colour(int label) {
    if (label == LabelMask.IGNORE) {
      return painting.soloClassProperty().get().isPresent() ? NOT_SHOWN : LayerLooks.UNMAPPED_RGB;
    }
    boolean shown = label != LabelScheme.BACKGROUND && painting.isShown(label);
    return shown ? scheme().get(label).displayRgb() : NOT_SHOWN;
  }

  /**
   * What accepting the variant would paint; the background, too, where it would erase something.
   */
  private Optional<Overlay> changes(Proposal proposal, String variant, LabelMask mask) {
    byte[] table = proposal.table(scheme());
    Veil taken =
        Veil.where(mask, code -> LayerPlanes.isOpen(mask.provenances(), code)).butWhereEqual(table);
    return ProposalOverlays.classes(
            proposal,
            variant,
            OverlayLook.of(
                value -> {
                  int label = table[value] & 0xFF;
                  return label == LabelMask.IGNORE ? NOT_SHOWN : scheme().get(label).displayRgb();
                },
                masks.opacityProperty().get(),
                0,
                false))
        .map(overlay -> overlay.behind(taken));
  }
}
