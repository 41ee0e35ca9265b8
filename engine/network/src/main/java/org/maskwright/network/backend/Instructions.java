package org.maskwright.network.backend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;

/** The vector instructions that decide how fast networks run; OpenCV knows them on any system. */
public enum Instructions {
  SSE4_2(opencv_core.CPU_SSE4_2),
  AVX(opencv_core.CPU_AVX),
  AVX2(opencv_core.CPU_AVX2),
  FMA3(opencv_core.CPU_FMA3),
  AVX512F(opencv_core.CPU_AVX_512F),
  NEON(opencv_core.CPU_NEON);

  private final int code;

  Instructions(int code) {
    this.code = code;
  }

  /** The ones that this machine has. */
  public static List<String> available() {
    return Stream.of(values())
        .filter(i -> opencv_core.checkHardwareSupport(i.code))
        .map(i -> i.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
