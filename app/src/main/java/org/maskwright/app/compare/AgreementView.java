package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maskwright.app.compare.AgreementViewModel.Row;
import org.maskwright.app.compare.AgreementViewModel.Table;
import org.maskwright.app.text.Texts;

/** How well each variant agrees with the mask, class by class; the best of a row stands out. */
public final class AgreementView extends VBox {

  private static final String NOTHING = "–";

  private final Texts texts;
  private final GridPane grid = new GridPane();

  public AgreementView(CompareViewModel compare, Texts texts) {
    this.texts = texts;
    AgreementViewModel model = compare.agreement();
    setId("agreement");
    getStyleClass().add("side-section");
    grid.getStyleClass().add("findings-table");
    CheckBox borders = new CheckBox();
    borders.setId("atBorders");
    borders.textProperty().bind(texts.observe("compare.atBorders", AgreementViewModel.BAND_RADIUS));
    borders.selectedProperty().bindBidirectional(model.atBordersProperty());
    getChildren().addAll(OptionRows.caption(texts, "compare.agreement"), grid, borders);
    model.tableProperty().subscribe(this::show);
  }

  private void show(Table table) {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (int i = 0; i < table.variants().size(); i++) {
      ColumnConstraints numbers = new ColumnConstraints();
      numbers.setHalignment(HPos.RIGHT);
      numbers.setMinWidth(USE_PREF_SIZE);
      grid.getColumnConstraints().add(numbers);
      Label variant = new Label(table.variants().get(i));
      variant.getStyleClass().add(Styles.TEXT_MUTED);
      grid.add(variant, i + 1, 0);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      line(table.rows().get(row), row + 1);
    }
    setVisible(!table.rows().isEmpty());
    setManaged(isVisible());
  }

  private void line(Row row, int at) {
    Label name = new Label();
    if (row.name().isPresent()) {
      name.setText(row.name().get());
      name.setGraphic(Swatch.of(row.rgb()));
    } else {
      name.textProperty().bind(texts.observe("compare.mean"));
      name.getStyleClass().add(Styles.TEXT_BOLD);
    }
    grid.add(name, 0, at);
    double best = row.iu().stream().mapToDouble(iu -> iu.orElse(0)).max().orElse(0);
    for (int i = 0; i < row.iu().size(); i++) {
      OptionalDouble iu = row.iu().get(i);
      Label number =
          new Label(
              iu.isPresent()
                  ? String.format(Locale.ROOT, "%.1f", iu.getAsDouble() * 100)
                  : NOTHING);
      number.setMinWidth(USE_PREF_SIZE);
      if (iu.isPresent() && iu.getAsDouble() == best) {
        number.getStyleClass().add(Styles.TEXT_BOLD);
      }
      grid.add(number, i + 1, at);
    }
  }
}
