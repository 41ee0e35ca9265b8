package org.maskwright.network.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {

  @Test
  void anOldIntelProcessorGetsOneSentence() {
    assertThat(Processor.obstacle("amd64", List.of("sse4_2", "avx")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("no AVX2"));
  }

  @Test
  void aNewerOneAndOtherFamiliesGetNone() {
    assertThat(Processor.obstacle("x86_64", List.of("avx", "avx2"))).isEmpty();
    assertThat(Processor.obstacle("aarch64", List.of("neon"))).isEmpty();
  }
}
