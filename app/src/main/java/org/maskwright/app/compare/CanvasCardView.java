package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maskwright.app.compare.ProbesViewModel.Guess;
import org.maskwright.app.compare.ProbesViewModel.Probe;

/**
 * What a layer's colours mean and what every variant says under the pointer, in a corner of the
 * canvas. It lets clicks through, and fades under the pointer.
 */
final class CanvasCardView extends VBox {

  private static final PseudoClass UNDER_POINTER = PseudoClass.getPseudoClass("under-pointer");
  private static final int COLUMNS = 3;

  private final CompareViewModel model;
  private final GridPane legend = new GridPane();
  private final GridPane probes = new GridPane();
  private final Separator between = new Separator();

  CanvasCardView(CompareViewModel model) {
    this.model = model;
    getStyleClass().add("canvas-card");
    setId("canvasCard");
    setMouseTransparent(true);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    legend.setId("legend");
    probes.setId("probes");
    for (GridPane table : List.of(legend, probes)) {
      table.getStyleClass().add("findings-table");
    }
    getChildren().addAll(legend, between, probes);
    StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
    model.probes().probesProperty().subscribe(this::probes);
    model.legendProperty().subscribe(this::legend);
  }

  /** Fades while the pointer is over it: what is there is to be seen. */
  void avoid(double sceneX, double sceneY) {
    boolean over = getBoundsInLocal().contains(sceneToLocal(sceneX, sceneY));
    pseudoClassStateChanged(UNDER_POINTER, over);
  }

  private void probes(List<Probe> found) {
    probes.getChildren().clear();
    rightAlign(probes, 2);
    int row = 0;
    for (Probe probe : found) {
      Label variant = muted(probe.variant());
      for (int i = 0; i < probe.guesses().size(); i++) {
        Guess guess = probe.guesses().get(i);
        Label name = new Label(guess.name());
        name.setGraphic(Swatch.of(guess.rgb()));
        Label share = new Label(percent(guess.probability()));
        if (i > 0) {
          name.getStyleClass().add(Styles.TEXT_MUTED);
          share.getStyleClass().add(Styles.TEXT_MUTED);
        }
        probes.addRow(row, i == 0 ? variant : new Label(), name, share);
        row++;
      }
    }
    String note = model.probesNote();
    if (!found.isEmpty() && !note.isEmpty()) {
      probes.add(muted(note), 0, row, COLUMNS, 1);
    }
    place();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  private void legend(List<LegendLine> lines) {
    legend.getChildren().clear();
    rightAlign(legend, 1);
    for (int row = 0; row < lines.size(); row++) {
      LegendLine line = lines.get(row);
      Label name = new Label(line.text());
      name.setGraphic(Swatch.of(line.rgb()));
      legend.addRow(row, name, muted(line.value()));
    }
    place();
  }

  private static void rightAlign(GridPane table, int column) {
    table.getColumnConstraints().clear();
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHalignment(i == column ? HPos.RIGHT : HPos.LEFT);
      table.getColumnConstraints().add(constraints);
    }
  }

  private void place() {
    boolean means = !legend.getChildren().isEmpty();
    boolean says = !probes.getChildren().isEmpty();
    show(legend, means);
    show(probes, says);
    show(between, means && says);
    setVisible(means || says);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }
}
