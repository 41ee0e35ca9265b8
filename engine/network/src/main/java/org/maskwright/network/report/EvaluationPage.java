package org.maskwright.network.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;

/**
 * An evaluation as one page that holds everything it shows: it can be mailed, and it fetches
 * nothing and runs nothing.
 */
public final class EvaluationPage {

  private static final String STYLE =
      """
      :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:1440px;\
      margin:2em auto;padding:0 1em}table{border-collapse:collapse;margin:1em 0}\
      th,td{padding:.2em .6em;text-align:right;border-bottom:1px solid #8884}\
      th:first-child{text-align:left}img{max-width:100%;display:block}\
      .confusion{font-size:11px}.confusion tr:first-child th{writing-mode:vertical-rl}\
      figure{display:inline-block;width:460px;margin:0 1em 1em 0}svg{width:100%}\
      svg text{font-size:12px;fill:currentColor}meter{width:90px}
      """;

  private final Html page = new Html();
  private final ModelDescription model;
  private final Evaluation evaluation;
  private final LabelScheme labels;
  private final List<Variant> variants;

  public EvaluationPage(ModelDescription model, Evaluation evaluation) {
    this.model = model;
    this.evaluation = evaluation;
    this.labels = model.labels();
    this.variants = evaluation.whole().keySet().stream().sorted().toList();
    String title = model.card().name() + ": evaluation";
    page.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>").text(title);
    page.raw("</title><style>").raw(STYLE).raw("</style></head><body>\n").element("h1", title);
    card();
    measures(evaluation);
    classes();
  }

  private void card() {
    ModelCard card = model.card();
    page.raw("<p>").text(model.architecture().title() + ", " + evaluation.images() + " images");
    card.sources().forEach(s -> page.raw("<br>Source: ").text(s));
    card.licences().forEach(l -> page.raw("<br>Licence: ").text(l));
    card.notes().forEach(n -> page.raw("<br>").text(n));
    evaluation.broken().forEach(b -> page.raw("<br>Skipped: ").text(b));
    page.raw("</p>\n");
  }

  private void measures(Evaluation of) {
    page.raw("<table><tr><th></th><th>pixel accuracy</th><th>mean accuracy</th><th>mean IU</th>");
    page.raw("<th>f.w. IU</th><th>mean IU at borders</th></tr>\n");
    for (Variant variant : variants) {
      Scores whole = scores(of.whole(), variant);
      page.raw("<tr>").element("th", "FCN-" + variant.label());
      for (double value :
          new double[] {
            whole.pixelAccuracy(),
            whole.meanAccuracy(),
            whole.meanIu(),
            whole.frequencyWeightedIu(),
            scores(of.band(), variant).meanIu()
          }) {
        page.element("td", Html.number(value));
      }
      page.raw("</tr>\n");
    }
    page.raw("</table>\n");
  }

  private void classes() {
    page.element("h2", "Classes").raw("<table><tr><th>IU</th>");
    variants.forEach(v -> page.element("th", v.label()));
    page.raw("<th></th><th>pixels</th></tr>\n");
    for (int c = 0; c < labels.size(); c++) {
      page.raw("<tr>").element("th", labels.get(c).name());
      double finest = Double.NaN;
      for (Variant variant : variants) {
        finest = scores(evaluation.whole(), variant).classes().get(c).iu();
        page.element("td", Html.number(finest));
      }
      long pixels = scores(evaluation.whole(), variants.get(0)).classes().get(c).truthPixels();
      page.raw("<td><meter value=" + (Double.isFinite(finest) ? finest : 0) + "></meter></td>");
      page.element("td", String.format(Locale.ROOT, "%,d", pixels)).raw("</tr>\n");
    }
    page.raw("</table>\n");
  }

  /** Adds how it does with a dense CRF of these settings behind it. */
  public EvaluationPage withRefined(String settings, Evaluation refined) {
    page.element("h2", "With a dense CRF of " + settings);
    measures(refined);
    return this;
  }

  /** Adds what was taken for what. */
  public EvaluationPage withConfusion(Variant variant, ConfusionMatrix matrix) {
    page.element("h2", "FCN-" + variant.label() + ": what was taken for what, in percent");
    ConfusionTable.write(page, matrix, labels);
    return this;
  }

  /** Adds how the training went, if that is known. */
  public EvaluationPage withCurves(TrainingCurves curves) {
    if (!curves.isEmpty()) {
      page.element("h2", "Training");
      CurveChart.write(page, "Loss", curves.losses());
      CurveChart.write(page, "Mean IU", curves.meanIu());
      CurveChart.write(page, "Mean IU at borders", curves.bandMeanIu());
    }
    return this;
  }

  /** Adds the images that went worst. */
  public EvaluationPage withWorst(WorstImages worst) {
    page.element("h2", "Worst images");
    String columns = String.join(", ", variants.stream().map(v -> "FCN-" + v.label()).toList());
    page.element("p", "Image, truth, " + columns + ", and where they disagree.");
    for (WorstImages.Entry entry : worst.list()) {
      page.raw("<h3>").text(entry.name()).raw("</h3><p>mean IU of its own classes: ");
      entry
          .meanIu()
          .forEach((variant, iu) -> page.text(variant.label() + " " + Html.number(iu) + "  "));
      page.raw("</p><img alt=\"\" src=\"" + entry.picture() + "\">\n");
    }
    return this;
  }

  public void write(Path file) throws IOException {
    byte[] bytes = (page + "</body></html>\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(RealDisk.INSTANCE, file, bytes);
  }

  private static Scores scores(Map<Variant, Scores> scores, Variant variant) {
    return Objects.requireNonNull(scores.get(variant));
  }
}
