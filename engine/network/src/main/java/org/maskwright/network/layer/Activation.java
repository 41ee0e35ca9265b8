package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Relu6;
import org.nd4j.linalg.factory.Nd4j;

/** What happens to a convolution's result, in place. */
public enum Activation {
  NONE {
    @Override
    void apply(INDArray values) {}

    @Override
    void clamp(float[] values, int count) {}

    @Override
    void gate(float[] output, float[] gradient, int count) {}
  },
  RELU {
    @Override
    void apply(INDArray values) {
      Nd4j.getExecutioner().exec(new RectifiedLinear(values, values));
    }

    @Override
    void clamp(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = Math.max(0f, values[i]);
      }
    }

    @Override
    void gate(float[] output, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= Math.min(1f, output[i] * STEEP);
      }
    }
  },
  RELU6 {
    @Override
    void apply(INDArray values) {
      Nd4j.getExecutioner().exec(new Relu6(values, values, 0));
    }

    @Override
    void clamp(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = Math.min(6f, Math.max(0f, values[i]));
      }
    }

    @Override
    void gate(float[] output, float[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        float above = Math.min(1f, output[i] * STEEP);
        float below = Math.min(1f, (6f - output[i]) * STEEP);
        gradient[i] *= above * below;
      }
    }
  };

  /** Makes a step of a line: products and minima are vectorised by the JIT, comparisons are not. */
  private static final float STEEP = 1e30f;

  abstract void apply(INDArray values);

  /** The same for a piece that is on the heap already. */
  abstract void clamp(float[] values, int count);

  /**
   * Turns gradients behind the activation into those before it; the output stands in for the input,
   * which is gone.
   */
  abstract void gate(float[] output, float[] gradient, int count);
}
