package org.maskwright.network.report;

import java.util.List;
import java.util.Locale;

/** Curves as a drawing within the page. */
final class CurveChart {

  private static final int WIDTH = 460;
  private static final int HEIGHT = 220;
  private static final int MARGIN = 40;
  private static final List<String> COLOURS = List.of("#e71d36", "#2a7fff", "#2ea043", "#b08800");

  private CurveChart() {}

  static void write(Html page, String title, List<Curve> curves) {
    double[] range = range(curves);
    int epochs = curves.stream().mapToInt(c -> c.values().size()).max().orElse(0);
    page.raw("<figure><figcaption>").text(title).raw("</figcaption>");
    page.raw("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=img>");
    label(page, 2, MARGIN / 2, Html.number(range[1]));
    label(page, 2, HEIGHT - MARGIN, Html.number(range[0]));
    label(page, WIDTH - MARGIN, HEIGHT - 8, "epoch " + epochs);
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      page.raw("<polyline fill=none stroke=\"" + colour + "\" stroke-width=2 points=\"");
      page.raw(points(curves.get(i), range, epochs)).raw("\"/>");
      page.raw("<text fill=\"" + colour + "\" x=" + (60 + 70 * i) + " y=" + (HEIGHT - 8) + ">");
      page.text(curves.get(i).name()).raw("</text>");
    }
    page.raw("</svg></figure>\n");
  }

  private static void label(Html page, int x, int y, String text) {
    page.raw("<text x=" + x + " y=" + y + ">").text(text).raw("</text>");
  }

  private static String points(Curve curve, double[] range, int epochs) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < curve.values().size(); i++) {
      double value = curve.values().get(i);
      if (Double.isFinite(value)) {
        double x = MARGIN + (WIDTH - 2.0 * MARGIN) * i / Math.max(1, epochs - 1);
        double share = (value - range[0]) / (range[1] - range[0]);
        double y = HEIGHT - MARGIN - (HEIGHT - 1.5 * MARGIN) * share;
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      }
    }
    return points.toString().strip();
  }

  /** The least and the greatest value, never the same. */
  private static double[] range(List<Curve> curves) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (double value : curve.values()) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) {
      return new double[] {0, 1};
    }
    return new double[] {low, high > low ? high : low + 1};
  }
}
