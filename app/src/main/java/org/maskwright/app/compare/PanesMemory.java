package org.maskwright.app.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.SeenPanes;
import org.maskwright.app.session.Settings;

/** Finds panes, layer and source as they were left, in whichever project that was. */
final class PanesMemory {

  private final PanesViewModel panes;
  private final ObjectProperty<Layer> layer;
  private final ObjectProperty<String> source;
  private final ObjectProperty<Settings> settings;

  PanesMemory(
      PanesViewModel panes,
      LayersViewModel layers,
      Proposals proposals,
      ObjectProperty<Settings> settings) {
    this.panes = panes;
    this.layer = layers.layerProperty();
    this.source = proposals.sourceProperty();
    this.settings = settings;
  }

  /** Puts everything where it was, and takes note of every change from then on. */
  void follow() {
    settings.get().layout().panes().ifPresent(this::restore);
    List<Observable> all = new ArrayList<>(contents());
    all.addAll(swiped());
    all.addAll(
        List.of(
            panes.layoutProperty(), panes.countProperty(), panes.dividerProperty(), layer, source));
    all.forEach(each -> each.addListener(o -> remember()));
  }

  private List<ObjectProperty<PaneContent>> contents() {
    return IntStream.range(0, PanesViewModel.MOST).mapToObj(panes::contentProperty).toList();
  }

  private List<ObjectProperty<PaneContent>> swiped() {
    return List.of(panes.leftProperty(), panes.rightProperty());
  }

  /** The source first: what is swiped against follows it. */
  private void restore(SeenPanes seen) {
    source.set(seen.source());
    find(seen.layer(), Layer.values(), layer::set);
    restore(seen.contents(), contents());
    restore(seen.swiped(), swiped());
    panes.dividerProperty().set(Math.max(0, Math.min(1, seen.divider())));
    panes
        .countProperty()
        .set(Math.max(PanesViewModel.FEWEST, Math.min(PanesViewModel.MOST, seen.count())));
    find(seen.layout(), PaneLayout.values(), panes.layoutProperty()::set);
  }

  private static void restore(List<String> names, List<ObjectProperty<PaneContent>> into) {
    for (int i = 0; i < Math.min(names.size(), into.size()); i++) {
      find(names.get(i), PaneContent.choices().toArray(PaneContent[]::new), into.get(i)::set);
    }
  }

  private static <E extends Enum<E>> void find(String name, E[] among, Consumer<E> then) {
    Optional<E> found = Arrays.stream(among).filter(each -> each.name().equals(name)).findFirst();
    found.ifPresent(then);
  }

  private void remember() {
    SeenPanes seen =
        new SeenPanes(
            panes.layoutProperty().get().name(),
            panes.countProperty().get(),
            names(contents().stream()),
            names(swiped().stream()),
            panes.dividerProperty().get(),
            layer.get().name(),
            source.get());
    settings.set(settings.get().withLayout(settings.get().layout().withPanes(seen)));
  }

  private static List<String> names(Stream<ObjectProperty<PaneContent>> contents) {
    return contents.map(content -> content.get().name()).toList();
  }
}
