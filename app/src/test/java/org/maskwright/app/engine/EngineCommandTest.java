package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineCommandTest {

  private static final long GIBIBYTE = 1L << 30;

  private static List<String> line(int cores, long memory) {
    return new EngineCommand("lib/*", cores, memory, Map.of())
        .line(Path.of("ready.json"), Path.of("crash.log"));
  }

  @Test
  void oneCoreIsLeftToTheWindowAndOneThreadToTheEngine() {
    assertThat(new EngineCommand("lib/*", 8, GIBIBYTE, Map.of("A", "b")).environment())
        .containsEntry("OMP_NUM_THREADS", "7")
        .containsEntry("A", "b");
    assertThat(new EngineCommand("lib/*", 1, GIBIBYTE, Map.of()).environment())
        .containsEntry("OMP_NUM_THREADS", "1");
  }

  @Test
  void halfOfTheMemoryIsForNetworksAndLittleForTheHeap() {
    assertThat(line(4, 16 * GIBIBYTE))
        .contains("-Xmx2048m", "-Dorg.bytedeco.javacpp.maxBytes=" + 8 * GIBIBYTE);
    assertThat(line(4, 2 * GIBIBYTE)).contains("-Xmx512m");
  }

  @Test
  void engineTakesNativeLibrariesFromWhereTheWindowDoes() {
    assertThat(line(4, GIBIBYTE))
        .contains("-Djava.library.path=" + System.getProperty("java.library.path"));
  }

  @Test
  void engineIsToldWhereToSayThatItIsReady() {
    assertThat(line(4, GIBIBYTE)).endsWith("serve", "--ready-file", "ready.json");
  }
}
