package org.maskwright.app.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.Judgement.ClassRow;
import org.maskwright.app.train.Judgement.Picture;
import org.maskwright.app.train.Judgement.Pictures;
import org.maskwright.app.train.Judgement.VariantRow;
import org.maskwright.data.metric.Change;
import org.maskwright.data.metric.Change.Verdict;

/** What the gate found: a table for each variant, and the images that became worst. */
final class JudgementView extends VBox {

  private static final double SWATCH = 12;
  private static final double PICTURE = 160;
  private static final char MINUS = '\u2212';
  private static final Set<String> NUMBERS = Set.of("regions", "before", "after", "difference");

  private final Judgement judgement;
  private final Texts texts;
  private final GridPane table = new GridPane();

  JudgementView(Judgement judgement, Texts texts) {
    this.judgement = judgement;
    this.texts = texts;
    getStyleClass().add("train-result");
    table.getStyleClass().add("gate-table");
    Label images =
        new Label(
            texts.get(
                "train.judged",
                Counts.of(texts, "images", judgement.images()),
                judgement.revision()));
    images.setWrapText(true);
    images.getStyleClass().add(Styles.TEXT_MUTED);
    getChildren().addAll(variants(), table, images);
    if (!judgement.broken().isEmpty()) {
      Label broken = new Label(String.join("\n", judgement.broken()));
      broken.setWrapText(true);
      broken.getStyleClass().add(Styles.WARNING);
      getChildren().add(broken);
    }
    if (!judgement.worst().isEmpty()) {
      getChildren().add(worst());
    }
  }

  private HBox variants() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("train-tabs");
    List<VariantRow> variants = judgement.variants();
    for (VariantRow variant : variants) {
      ToggleButton button = new ToggleButton(variant.variant());
      button.setId("gate-" + variant.variant());
      button.setToggleGroup(group);
      button.setOnAction(
          e -> {
            button.setSelected(true);
            fill(variant);
          });
      row.getChildren().add(button);
      button.setSelected(variant.equals(variants.get(variants.size() - 1)));
      if (button.isSelected()) {
        fill(variant);
      }
    }
    return row;
  }

  private void fill(VariantRow variant) {
    table.getChildren().clear();
    String[] titles = {"class", "regions", "before", "after", "difference", "verdict"};
    for (int c = 0; c < titles.length; c++) {
      Label title = caption(texts.get("train.column." + titles[c]));
      table.add(NUMBERS.contains(titles[c]) ? right(title) : title, c, 0);
    }
    Label all = new Label(texts.get("train.allClasses"));
    all.getStyleClass().add(Styles.TEXT_BOLD);
    line(1, all, "", variant.mean(), verdict(variant.verdict()));
    int row = 2;
    for (ClassRow each : variant.classes()) {
      Label said = each.isNew() ? muted("train.verdict.NEW") : verdict(each.verdict());
      line(
          row++,
          name(each),
          String.format(Locale.ROOT, "%,d", each.regions()),
          each.change(),
          said);
    }
  }

  private static Label caption(String text) {
    Label caption = new Label(text);
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    return caption;
  }

  private static Label name(ClassRow row) {
    int rgb = row.rgb();
    Label name = new Label(row.name());
    name.setGraphic(
        new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)));
    return name;
  }

  private Label muted(String key) {
    Label said = new Label(texts.get(key));
    said.getStyleClass().add(Styles.TEXT_MUTED);
    return said;
  }

  private Label verdict(Verdict verdict) {
    String key = "train.verdict." + verdict;
    boolean clear = verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    Label said = clear ? new Label(texts.get(key)) : muted(key);
    if (clear) {
      said.getStyleClass().add(verdict == Verdict.BETTER ? Styles.SUCCESS : Styles.DANGER);
    }
    return said;
  }

  private void line(int row, Label name, String regions, Change change, Label said) {
    table.add(name, 0, row);
    table.add(number(regions), 1, row);
    table.add(number(percent(change.before())), 2, row);
    table.add(number(percent(change.after())), 3, row);
    table.add(number(difference(change)), 4, row);
    table.add(said, 5, row);
  }

  private static Label number(String text) {
    return right(new Label(text.replace('-', MINUS)));
  }

  private static Label right(Label label) {
    label.getStyleClass().add("gate-number");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f", share * 100) : "–";
  }

  private static String difference(Change change) {
    if (!Double.isFinite(change.difference())) {
      return "–";
    }
    String plain = String.format(Locale.ROOT, "%+.1f", change.difference() * 100);
    return Double.isFinite(change.low()) && Double.isFinite(change.high())
        ? String.format(
            Locale.ROOT, "%s  [%+.1f, %+.1f]", plain, change.low() * 100, change.high() * 100)
        : plain;
  }

  private VBox worst() {
    Label title = caption(texts.get("train.worst"));
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("gate-pictures");
    judgement.worst().forEach(image -> pane.getChildren().add(pictures(image)));
    VBox worst = new VBox(title, pane);
    worst.getStyleClass().add("form-field");
    return worst;
  }

  private Node pictures(Pictures image) {
    Label name =
        new Label(
            image.name() + "   " + percent(image.beforeIu()) + " → " + percent(image.afterIu()));
    HBox row =
        new HBox(
            picture("train.truth", image.truth()),
            picture("train.column.before", image.before()),
            picture("train.column.after", image.after()));
    row.getStyleClass().add("form-row");
    VBox box = new VBox(name, row);
    box.getStyleClass().add("form-field");
    return box;
  }

  private VBox picture(String key, Picture picture) {
    WritableImage pixels = new WritableImage(picture.width(), picture.height());
    pixels
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.argb(),
            0,
            picture.width());
    ImageView shown = new ImageView(pixels);
    shown.setFitWidth(PICTURE);
    shown.setFitHeight(PICTURE);
    shown.setPreserveRatio(true);
    Label caption = new Label(texts.get(key));
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return new VBox(shown, caption);
  }
}
