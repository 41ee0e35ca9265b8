package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;

/** What happens to a convolution's result, in place. */
public enum Activation {
  NONE {
    @Override
    void apply(INDArray values) {}

    @Override
    INDArray backward(INDArray output, INDArray outputGradient, Memory memory) {
      return outputGradient;
    }
  },
  RELU {
    @Override
    void apply(INDArray values) {
      Nd4j.getExecutioner().exec(new RectifiedLinear(values, values));
    }

    @Override
    INDArray backward(INDArray output, INDArray outputGradient, Memory memory) {
      return masked("relu_bp", output, outputGradient, memory);
    }
  },
  RELU6 {
    @Override
    void apply(INDArray values) {
      NativeOp.run("relu6", new INDArray[] {values}, new INDArray[] {values}, new double[] {0});
    }

    @Override
    INDArray backward(INDArray output, INDArray outputGradient, Memory memory) {
      return masked("relu6_bp", output, outputGradient, memory);
    }
  };

  abstract void apply(INDArray values);

  /** The gradient before the activation; the output stands in for the input, which is gone. */
  abstract INDArray backward(INDArray output, INDArray outputGradient, Memory memory);

  private static INDArray masked(
      String op, INDArray output, INDArray outputGradient, Memory memory) {
    INDArray gradient = memory.scratch(outputGradient.shape());
    NativeOp.run(
        op, new INDArray[] {output, outputGradient}, new INDArray[] {gradient}, new double[] {0});
    return gradient;
  }
}
