package org.maskwright.data.click;

/**
 * Which pixels of a line make up each pixel of a line of another length, and by how much: areas are
 * averaged when it gets shorter, neighbours are mixed when it gets longer. Where an area is long, a
 * few of its pixels stand for all of them: nobody sees the difference, and a photo of 12 megapixels
 * is read in a fraction of the time.
 */
final class Taps {

  private static final int ENOUGH = 4;

  /** How far apart the pixels are that stand for an area. */
  final int stride;

  final int[] first;
  final float[][] weights;

  private Taps(int stride, int[] first, float[][] weights) {
    this.stride = stride;
    this.first = first;
    this.weights = weights;
  }

  static Taps of(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double step = (double) from / to;
    int stride = (int) Math.max(1, step / ENOUGH);
    for (int o = 0; o < to; o++) {
      double begin = step > 1 ? o * step : (o + 0.5) * step - 1;
      double end = step > 1 ? (o + 1) * step : begin + 2;
      int low = (int) Math.max(0, Math.floor(step > 1 ? begin : begin + 0.5));
      int high = (int) Math.min(from, Math.max(low + 1, Math.ceil(step > 1 ? end : end - 0.5)));
      first[o] = Math.min(low + stride / 2, from - 1);
      weights[o] = new float[(high - first[o] + stride - 1) / stride];
      float sum = 0;
      for (int i = 0; i < weights[o].length; i++) {
        int at = first[o] + i * stride;
        double weight =
            step > 1
                ? Math.min(end, at + 1) - Math.max(begin, at)
                : 1 - Math.abs(at + 0.5 - (o + 0.5) * step);
        weights[o][i] = (float) Math.max(0, weight);
        sum += weights[o][i];
      }
      for (int i = 0; i < weights[o].length; i++) {
        weights[o][i] /= sum;
      }
    }
    return new Taps(stride, first, weights);
  }
}
