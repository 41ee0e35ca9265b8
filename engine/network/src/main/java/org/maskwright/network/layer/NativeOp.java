package org.maskwright.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** Calls libnd4j with outputs that are already there, past every shape inference in Java. */
final class NativeOp {

  private NativeOp() {}

  static void run(String name, INDArray[] inputs, INDArray[] outputs, long... integers) {
    run(name, inputs, outputs, integers, new double[0]);
  }

  static void run(String name, INDArray[] inputs, INDArray[] outputs, double[] numbers) {
    run(name, inputs, outputs, new long[0], numbers);
  }

  private static void run(
      String name, INDArray[] inputs, INDArray[] outputs, long[] integers, double[] numbers) {
    CustomOp op = DynamicCustomOp.builder(name).build();
    OpContext context = Nd4j.getExecutioner().buildContext();
    try {
      context.setIArguments(integers);
      context.setTArguments(numbers);
      for (int i = 0; i < inputs.length; i++) {
        context.setInputArray(i, inputs[i]);
      }
      for (int i = 0; i < outputs.length; i++) {
        context.setOutputArray(i, outputs[i]);
      }
      Nd4j.exec(op, context);
    } finally {
      close(context);
    }
  }

  private static void close(OpContext context) {
    try {
      context.close();
    } catch (Exception e) {
      throw new IllegalStateException("libnd4j did not let go of its arguments", e);
    }
  }
}
