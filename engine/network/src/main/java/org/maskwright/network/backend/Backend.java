package org.maskwright.network.backend;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The native library that computes networks. Asking for it loads it, which takes a moment.
 *
 * @param builtFor the instructions that its code uses
 * @param oneDnn whether convolutions go through oneDNN, without which they take ten times as long
 * @param devices graphics cards in use
 * @param offHeapLimit bytes that it may take beside Java's heap
 */
public record Backend(
    String name,
    String builtFor,
    boolean oneDnn,
    int threads,
    List<String> devices,
    long offHeapLimit) {

  /** What binary levels mean, by their number. */
  private static final List<String> LEVELS = List.of("any processor", "AVX", "AVX2", "AVX-512");

  public Backend {
    devices = List.copyOf(devices);
  }

  public static Backend current() {
    // ND4J first: the holder of its operations does not know by itself where to look for them.
    boolean processor = Nd4j.getEnvironment().isCPU();
    NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
    return new Backend(
        processor ? "the processor" : "a graphics card",
        level(operations.binaryLevel()),
        operations.buildInfo().contains("HAVE_ONEDNN") && Nd4j.getEnvironment().helpersAllowed(),
        operations.ompGetMaxThreads(),
        processor ? List.of() : devices(operations),
        Pointer.maxBytes());
  }

  private static String level(int level) {
    return level >= 0 && level < LEVELS.size() ? LEVELS.get(level) : "level " + level;
  }

  private static List<String> devices(NativeOps operations) {
    List<String> names = new ArrayList<>();
    for (int device = 0; device < operations.getAvailableDevices(); device++) {
      names.add(operations.getDeviceName(device));
    }
    return names;
  }
}
