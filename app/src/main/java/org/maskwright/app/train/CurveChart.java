package org.maskwright.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.Curves.Point;

/** A curve of each variant, coarse to fine, always in the same colours. */
final class CurveChart extends VBox {

  /** Only decoders have it: it is not in the legend of the others. */
  private static final String FULL = "1s";

  private static final List<String> VARIANTS = List.of("32s", "16s", "8s", FULL);

  private final LineChart<Number, Number> chart;
  private final List<XYChart.Series<Number, Number>> series = new ArrayList<>();

  CurveChart(String id, String titleKey, String acrossKey, Texts texts) {
    NumberAxis across = new NumberAxis();
    across.setForceZeroInRange(false);
    across.setMinorTickVisible(false);
    across.setTickLabelFormatter(new WholeNumbers());
    across.labelProperty().bind(texts.observe(acrossKey));
    NumberAxis up = new NumberAxis();
    up.setForceZeroInRange(false);
    up.setMinorTickVisible(false);
    chart = new LineChart<>(across, up);
    chart.setId(id);
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.titleProperty().bind(texts.observe(titleKey));
    chart.getStyleClass().add("train-chart");
    chart.setMinSize(0, 0);
    for (String variant : VARIANTS) {
      XYChart.Series<Number, Number> each = new XYChart.Series<>();
      each.setName(variant);
      series.add(each);
    }
    chart.getData().setAll(series.subList(0, VARIANTS.indexOf(FULL)));
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().add(chart);
  }

  /** There is no half of a step or of an epoch. */
  private static final class WholeNumbers extends StringConverter<Number> {

    @Override
    public String toString(Number value) {
      boolean whole = value.doubleValue() == Math.rint(value.doubleValue());
      return whole ? String.valueOf(value.longValue()) : "";
    }

    @Override
    public Number fromString(String text) {
      return Long.valueOf(text);
    }
  }

  /** Draws the curves anew. A single point has no line, so it gets a mark. */
  void show(Map<String, List<Point>> curves) {
    boolean single = curves.values().stream().allMatch(points -> points.size() < 2);
    chart.setCreateSymbols(single);
    XYChart.Series<Number, Number> full = series.get(VARIANTS.indexOf(FULL));
    if (curves.containsKey(FULL) && !chart.getData().contains(full)) {
      chart.getData().add(full);
    }
    for (int v = 0; v < VARIANTS.size(); v++) {
      List<XYChart.Data<Number, Number>> data = new ArrayList<>();
      for (Point point : curves.getOrDefault(VARIANTS.get(v), List.of())) {
        data.add(new XYChart.Data<>(point.x(), point.y()));
      }
      series.get(v).getData().setAll(data);
    }
  }
}
