package org.maskwright.network.train;

/**
 * How a gradient changes a parameter.
 *
 * @param momentum of SGD, or Adam's decay of the mean
 * @param second Adam's decay of the squares
 */
public record UpdateRule(Kind kind, double momentum, double second) {

  private static final float EPSILON = 1e-8f;

  /** Which rule. */
  public enum Kind {
    SGD(1),
    /** Decay is part of the gradient. */
    ADAM(2),
    /** Decay works on the parameter itself. */
    ADAMW(2);

    private final int rows;

    Kind(int rows) {
      this.rows = rows;
    }

    /** Numbers that it remembers for each parameter. */
    int rows() {
      return rows;
    }
  }

  public UpdateRule {
    if (!(momentum >= 0 && momentum < 1) || !(second >= 0 && second < 1)) {
      throw new IllegalArgumentException("momentum " + momentum + ", second " + second);
    }
  }

  public static UpdateRule sgd(double momentum) {
    return new UpdateRule(Kind.SGD, momentum, 0);
  }

  public static UpdateRule adam() {
    return new UpdateRule(Kind.ADAM, 0.9, 0.999);
  }

  public static UpdateRule adamW() {
    return new UpdateRule(Kind.ADAMW, 0.9, 0.999);
  }

  /** Updates a block of parameters and what is remembered of them. */
  void update(Block block, float rate, float decay, long step) {
    if (kind == Kind.SGD) {
      sgd(block, rate, decay);
    } else {
      adam(block, rate, decay, step);
    }
  }

  private void sgd(Block block, float rate, float decay) {
    float keep = (float) momentum;
    float[] p = block.parameters;
    float[] g = block.gradients;
    float[] v = block.first;
    for (int i = 0; i < block.length; i++) {
      v[i] = keep * v[i] + (g[i] + decay * p[i]);
      p[i] -= rate * v[i];
    }
  }

  private void adam(Block block, float rate, float decay, long step) {
    float b1 = (float) momentum;
    float b2 = (float) second;
    float scale1 = (float) (1 / (1 - Math.pow(momentum, (double) step)));
    float scale2 = (float) (1 / (1 - Math.pow(second, (double) step)));
    float coupled = kind == Kind.ADAM ? decay : 0;
    float decoupled = kind == Kind.ADAMW ? 1 - rate * decay : 1;
    float[] p = block.parameters;
    float[] m = block.first;
    float[] v = block.second;
    for (int i = 0; i < block.length; i++) {
      float g = block.gradients[i] + coupled * p[i];
      m[i] = b1 * m[i] + (1 - b1) * g;
      v[i] = b2 * v[i] + (1 - b2) * g * g;
      float step1 = rate * (m[i] * scale1) / ((float) Math.sqrt(v[i] * scale2) + EPSILON);
      p[i] = p[i] * decoupled - step1;
    }
  }

  /** A piece of every row, on the heap for the length of an update. */
  static final class Block {
    final float[] parameters;
    final float[] gradients;
    final float[] first;
    final float[] second;
    int length;

    Block(int capacity) {
      parameters = new float[capacity];
      gradients = new float[capacity];
      first = new float[capacity];
      second = new float[capacity];
    }
  }
}
