package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.keys.Command;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.Settling;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.MaskListener;
import org.maskwright.data.label.LabelClass;

/** What models say about the image on show, beside its mask and beside each other. */
public final class CompareViewModel {

  private final Proposals proposals;
  private final Painting painting;
  private final Texts texts;
  private final PanesViewModel panes;
  private final LayersViewModel layers;
  private final PaneOverlaysViewModel overlays;
  private final AgreementViewModel agreement;
  private final ProbesViewModel probes;
  private final ReadOnlyObjectWrapper<List<LegendLine>> legend =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Settling settling;

  /** Texts outlive the project, and must not hold what listens here. */
  private final InvalidationListener explaining = o -> explain();

  private final MaskListener onPaint;
  private Optional<MaskDocument> watched = Optional.empty();

  public CompareViewModel(
      ProjectSession session,
      Painting painting,
      Proposals proposals,
      EditorViewModel editor,
      Texts texts,
      ToolServices services) {
    this.proposals = proposals;
    this.painting = painting;
    this.texts = texts;
    panes = new PanesViewModel(proposals);
    layers = new LayersViewModel(session, painting, proposals, services);
    overlays = new PaneOverlaysViewModel(editor.overlays(), painting, proposals, layers);
    agreement = new AgreementViewModel(session, painting, proposals, services);
    probes = new ProbesViewModel(proposals, editor.pointerProperty());
    settling = services.watch(this::painted);
    onPaint = region -> settling.touch();
    session.currentProperty().subscribe(this::watch);
    for (Observable input :
        List.of(
            layers.foundProperty(),
            layers.layerProperty(),
            painting.activeClassProperty(),
            painting.schemeProperty())) {
      input.addListener(explaining);
    }
    texts.languageProperty().addListener(new WeakInvalidationListener(explaining));
  }

  /** Shows panes, layer and source as they were left, and takes note of how they are now. */
  public void remember(ObjectProperty<Settings> settings) {
    new PanesMemory(panes, layers, proposals, settings).follow();
  }

  private void watch(Optional<OpenImage> image) {
    watched.ifPresent(document -> document.removeListener(onPaint));
    watched = image.flatMap(OpenImage::document);
    watched.ifPresent(document -> document.addListener(onPaint));
  }

  private void painted() {
    layers.painted();
    agreement.measure();
  }

  public PanesViewModel panes() {
    return panes;
  }

  public LayersViewModel layers() {
    return layers;
  }

  public PaneOverlaysViewModel overlays() {
    return overlays;
  }

  public AgreementViewModel agreement() {
    return agreement;
  }

  public ProbesViewModel probes() {
    return probes;
  }

  /** The models that can be asked. */
  public ObservableValue<List<KnownModel>> modelsProperty() {
    return proposals.modelsProperty();
  }

  public ObjectProperty<Optional<KnownModel>> modelProperty() {
    return proposals.modelProperty();
  }

  /** Whether models look at images tile by tile, as large as they are. */
  public BooleanProperty fullResolutionProperty() {
    return proposals.fullResolutionProperty();
  }

  public ObjectProperty<Optional<KnownModel>> otherModelProperty() {
    return proposals.otherModelProperty();
  }

  /** The variant that is overlaid and accepted from. */
  public ObjectProperty<String> sourceProperty() {
    return proposals.sourceProperty();
  }

  /** Whether answers are drawn to the borders in the image. */
  public BooleanProperty refinedProperty() {
    return proposals.refinedProperty();
  }

  /** What has to be known about the probabilities under the pointer; empty if nothing. */
  String probesNote() {
    boolean refined = shownProposal().filter(Proposal::isRefined).isPresent();
    return refined ? texts.get("compare.beforeRefining") : "";
  }

  /** What a person should know over the image; empty while all is well. */
  public ObservableValue<String> noticeProperty() {
    return Bindings.createStringBinding(
        () -> proposals.stateProperty().get().text(texts),
        proposals.stateProperty(),
        texts.languageProperty());
  }

  /** What the colours of the layer mean, and how much there is of them. */
  public ReadOnlyObjectProperty<List<LegendLine>> legendProperty() {
    return legend.getReadOnlyProperty();
  }

  private void explain() {
    legend.set(legend());
  }

  private List<LegendLine> legend() {
    long[] counts = layers.foundProperty().get().counts();
    return switch (layers.layerProperty().get()) {
      case CLASSES -> List.of();
      case DISAGREEMENT ->
          List.of(
              line(LayerLooks.TWO_OF_THREE_RGB, "layer.twoOfThree", counts, 1),
              line(LayerLooks.ALL_DIFFER_RGB, "layer.allDiffer", counts, 2));
      case DIFFERENCE ->
          List.of(
              line(LayerLooks.MISSED_RGB, "layer.missed", counts, LayerPlanes.MISSED),
              line(LayerLooks.EXTRA_RGB, "layer.extra", counts, LayerPlanes.EXTRA),
              line(
                  LayerLooks.OTHER_CLASS_RGB, "layer.otherClass", counts, LayerPlanes.OTHER_CLASS));
      case CONFIDENCE, ENTROPY ->
          List.of(new LegendLine(LayerLooks.UNSURE_RGB, texts.get("layer.unsure"), ""));
      case PROBABILITY -> heat();
      case CHANGES -> changes(counts);
    };
  }

  private LegendLine line(int rgb, String key, long[] counts, int value) {
    String pixels = value < counts.length ? texts.get("layer.pixels", counts[value]) : "";
    return new LegendLine(rgb, texts.get(key), pixels);
  }

  private List<LegendLine> heat() {
    List<LegendLine> lines = new ArrayList<>();
    String label = painting.scheme().get(painting.activeClass()).name();
    boolean refined = shownProposal().filter(Proposal::isRefined).isPresent();
    String name = refined ? texts.get("layer.beforeRefining", label) : label;
    for (int percent : new int[] {100, 75, 50, 25}) {
      lines.add(
          new LegendLine(
              LayerLooks.heat(percent / 100.0), name, texts.get("layer.percent", percent)));
    }
    return lines;
  }

  private List<LegendLine> changes(long[] counts) {
    List<LegendLine> lines = new ArrayList<>();
    for (int index : layers.changedClasses()) {
      LabelClass label = painting.scheme().get(index);
      lines.add(
          new LegendLine(
              label.displayRgb(), label.name(), texts.get("layer.pixels", counts[index])));
    }
    return lines;
  }

  /**
   * Does what a key stands for here; flipping is held, and belongs to the view.
   *
   * @return false if the command is for somebody else
   */
  public boolean run(Command command) {
    switch (command) {
      case PANES -> panes.toggle(PaneLayout.SIDE_BY_SIDE);
      case SWIPE -> panes.toggle(PaneLayout.SWIPE);
      case NEXT_SOURCE -> panes.nextSource();
      case NEXT_LAYER -> nextLayer();
      case REFINE -> refinedProperty().set(!refinedProperty().get());
      case SHOW_PROPOSAL -> overlays.proposedProperty().set(!overlays.proposedProperty().get());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void nextLayer() {
    List<Layer> all = List.of(Layer.values());
    ObjectProperty<Layer> layer = layers.layerProperty();
    layer.set(all.get((all.indexOf(layer.get()) + 1) % all.size()));
  }

  /** A person comes back to the window, perhaps with a model that was imported meanwhile. */
  public void cameBack() {
    if (proposals.modelsProperty().get().isEmpty()) {
      proposals.refreshModels();
    }
  }

  /** What the model that is asked proposes for the image on show. */
  public Optional<Proposal> shownProposal() {
    return proposals.proposalProperty().get();
  }

  /** Nothing is proposed any more; the project is left. */
  public void close() {
    proposals.close();
  }
}
