package org.maskwright.network.report;

import java.util.Locale;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.ConfusionMatrix;

/** What was taken for what: a row for each true class, in shares of its pixels. */
final class ConfusionTable {

  private ConfusionTable() {}

  static void write(Html page, ConfusionMatrix matrix, LabelScheme labels) {
    page.raw("<table class=confusion><tr><th></th>");
    for (int predicted = 0; predicted < labels.size(); predicted++) {
      page.element("th", labels.get(predicted).name());
    }
    page.raw("<th>no answer</th><th>pixels</th></tr>\n");
    for (int truth = 0; truth < labels.size(); truth++) {
      if (matrix.truthPixels(truth) > 0) {
        row(page, matrix, labels, truth);
      }
    }
    page.raw("</table>\n");
  }

  private static void row(Html page, ConfusionMatrix matrix, LabelScheme labels, int truth) {
    page.raw("<tr>").element("th", labels.get(truth).name());
    long all = matrix.truthPixels(truth);
    for (int predicted = 0; predicted < labels.size(); predicted++) {
      cell(page, (double) matrix.count(truth, predicted) / all, truth == predicted);
    }
    cell(page, (double) matrix.unanswered(truth) / all, false);
    page.element("td", String.format(Locale.ROOT, "%,d", all)).raw("</tr>\n");
  }

  private static void cell(Html page, double share, boolean right) {
    String colour = right ? "46,160,67" : "218,54,51";
    String shown = share < 0.005 ? "" : String.format(Locale.ROOT, "%.0f", 100 * share);
    page.raw(
        String.format(
            Locale.ROOT,
            "<td style=\"background:rgba(%s,%.3f)\">%s</td>",
            colour,
            Math.sqrt(share),
            shown));
  }
}
