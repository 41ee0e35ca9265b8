package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maskwright.app.proposal.Proposal;
import org.maskwright.app.proposal.Proposals;

/** Which panes there are and what each of them shows. */
public final class PanesViewModel {

  public static final int FEWEST = 2;
  public static final int MOST = 4;

  private final Proposals proposals;
  private final ObjectProperty<PaneLayout> layout = new SimpleObjectProperty<>(PaneLayout.ONE);
  private final IntegerProperty count = new SimpleIntegerProperty(MOST);
  private final DoubleProperty divider = new SimpleDoubleProperty(0.5);
  private final List<ObjectProperty<PaneContent>> contents =
      Stream.of(PaneContent.MASK, PaneContent.COARSE, PaneContent.MIDDLE, PaneContent.FINE)
          .<ObjectProperty<PaneContent>>map(SimpleObjectProperty::new)
          .toList();
  private final ObjectProperty<PaneContent> left = new SimpleObjectProperty<>(PaneContent.MASK);
  private final ObjectProperty<PaneContent> right = new SimpleObjectProperty<>(PaneContent.FINE);
  private final ReadOnlyObjectWrapper<PaneContent> alone =
      new ReadOnlyObjectWrapper<>(PaneContent.EVERYDAY);

  public PanesViewModel(Proposals proposals) {
    this.proposals = proposals;
    proposals.sourceProperty().addListener((o, before, now) -> followSource(before, now));
  }

  /** Who swipes against the source goes on to do so when it is another one. */
  private void followSource(String before, String now) {
    if (right.get().variant().equals(Optional.of(before))) {
      PaneContent.ofVariant(now).ifPresent(right::set);
    }
  }

  public ObjectProperty<PaneLayout> layoutProperty() {
    return layout;
  }

  /** How many panes stand side by side. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** Where the divider of the swipe stands, 0 to 1. */
  public DoubleProperty dividerProperty() {
    return divider;
  }

  /** What the so many-th pane side by side shows. */
  public ObjectProperty<PaneContent> contentProperty(int pane) {
    return contents.get(pane);
  }

  public ObjectProperty<PaneContent> leftProperty() {
    return left;
  }

  public ObjectProperty<PaneContent> rightProperty() {
    return right;
  }

  /** What the pane shows that is alone: while a key flips, another variant in place. */
  public ReadOnlyObjectProperty<PaneContent> aloneProperty() {
    return alone.getReadOnlyProperty();
  }

  /** Goes from one layout to another and back. */
  void toggle(PaneLayout wanted) {
    layout.set(layout.get() == wanted ? PaneLayout.ONE : wanted);
  }

  /** Shows the next variant in place, beginning with the one after the source. */
  public void flip() {
    List<String> variants =
        proposals.proposalProperty().get().map(Proposal::variants).orElse(List.of());
    String shown = alone.get().variant().orElse(proposals.sourceProperty().get());
    if (!variants.isEmpty()) {
      String next = variants.get((variants.indexOf(shown) + 1) % variants.size());
      PaneContent.ofVariant(next).ifPresent(alone::set);
    }
  }

  /** Shows again what was there before flipping. */
  public void endFlip() {
    alone.set(PaneContent.EVERYDAY);
  }

  /** Overlays, and accepts from, this variant from now on. */
  public void makeSource(PaneContent content) {
    content.variant().ifPresent(proposals.sourceProperty()::set);
  }

  /** The next of the model's variants is the source. */
  void nextSource() {
    List<String> variants =
        proposals.modelProperty().get().map(model -> model.variants()).orElse(List.of());
    if (!variants.isEmpty()) {
      int now = variants.indexOf(proposals.sourceProperty().get());
      proposals.sourceProperty().set(variants.get((now + 1) % variants.size()));
    }
  }

  /** True of the pane that shows what is accepted from. */
  boolean isSource(PaneContent content) {
    return content.variant().equals(Optional.of(proposals.sourceProperty().get()));
  }
}
