package org.maskwright.network.layer;

/** The numbers of a convolution. */
public record ConvolutionSpec(
    int inputs,
    int outputs,
    int kernel,
    int stride,
    int padding,
    int dilation,
    Activation activation) {

  /** A convolution that keeps the size and ends in no activation. */
  public static ConvolutionSpec same(int inputs, int outputs, int kernel) {
    return new ConvolutionSpec(inputs, outputs, kernel, 1, kernel / 2, 1, Activation.NONE);
  }

  public ConvolutionSpec withActivation(Activation activation) {
    return new ConvolutionSpec(inputs, outputs, kernel, stride, padding, dilation, activation);
  }

  public ConvolutionSpec withStride(int stride) {
    return new ConvolutionSpec(inputs, outputs, kernel, stride, padding, dilation, activation);
  }

  public ConvolutionSpec withPadding(int padding) {
    return new ConvolutionSpec(inputs, outputs, kernel, stride, padding, dilation, activation);
  }

  /** Spreads the kernel and widens the padding with it, so that the size stays. */
  public ConvolutionSpec withDilation(int dilation) {
    return new ConvolutionSpec(
        inputs, outputs, kernel, stride, padding * dilation, dilation, activation);
  }

  long outputSize(long size) {
    return (size + 2L * padding - ((kernel - 1L) * dilation + 1)) / stride + 1;
  }

  /** As libnd4j wants them: explicit padding, channels last, weights [out, in, row, column]. */
  long[] nativeArguments() {
    return new long[] {
      kernel, kernel, stride, stride, padding, padding, dilation, dilation, 0, 1, 1
    };
  }
}
