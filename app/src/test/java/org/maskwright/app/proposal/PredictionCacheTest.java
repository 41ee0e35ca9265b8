package org.maskwright.app.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.io.Sha256;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;

class PredictionCacheTest {

  private static final KnownModel MODEL = FakePredictions.model("m", "background", "road");

  @TempDir private Path folder;

  private PredictionCache cache(long bytes) {
    return new PredictionCache(RealDisk.INSTANCE, folder.resolve("kept"), bytes);
  }

  private static String key(int number) {
    return Sha256.of(String.valueOf(number).getBytes(UTF_8));
  }

  private static List<PredictPart> parts() throws IOException {
    return new FakePredictions().saying((variant, x, y) -> x % 2).parts(MODEL, 6, 4);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatWasKeptIsFoundAgainByAnother() throws IOException {
    cache(1 << 20).keep(key(1), parts());
    var found = cache(1 << 20).find(key(1)).orElseThrow();
    assertThat(found.variants().keySet()).containsExactly("32s", "16s", "8s");
    assertThat(Objects.requireNonNull(found.variants().get("8s")).classes()).startsWith(0, 1, 0, 1);
    assertThat(cache(1 << 20).find(key(2))).isEmpty();
  }

  @Test
  void answerOfAnEarlierVersionThatLacksFeaturesIsAskedAnew() throws IOException {
    List<PredictPart> parts = new ArrayList<>(parts());
    PredictPart.Builder head = parts.get(0).toBuilder();
    head.getHeadBuilder().clearFeatures();
    parts.set(0, head.build());
    PredictionCache cache = cache(1 << 20);
    cache.keep(key(1), parts);

    assertThat(cache.find(key(1))).isEmpty();

    cache.keep(key(1), parts());
    assertThat(cache.find(key(1))).isPresent();
  }

  @Test
  void refinedAnswersHaveNamesOfTheirOwn() {
    PredictRequest plain = PredictRequest.newBuilder().setModel("m").build();
    PredictRequest refined = plain.toBuilder().setRefined(true).build();
    assertThat(EnginePredictions.key(refined)).isNotEqualTo(EnginePredictions.key(plain));
    assertThat(EnginePredictions.key(plain)).isEqualTo(EnginePredictions.key(plain));
  }

  @Test
  void damagedAnswerIsAsIfItWereNotThere() throws IOException {
    PredictionCache cache = cache(1 << 20);
    cache.keep(key(1), parts());
    byte[] bytes = Files.readAllBytes(files().get(0));
    for (int length = 0; length < bytes.length; length += bytes.length / 5) {
      Files.write(files().get(0), Arrays.copyOf(bytes, length));
      assertThat(cache.find(key(1))).isEmpty();
    }
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(files().get(0), bytes);
    assertThat(cache.find(key(1))).isEmpty();
  }

  @Test
  void whatWasNotLookedAtForLongestMakesRoom() throws IOException {
    cache(1 << 20).keep(key(0), parts());
    long one = Files.size(files().get(0));
    PredictionCache small = cache(3 * one);
    for (int i = 1; i <= 2; i++) {
      small.keep(key(i), parts());
    }
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
    }
    small.find(key(0));
    small.keep(key(3), parts());
    assertThat(files()).hasSize(2);
    assertThat(small.find(key(0))).isPresent();
    assertThat(small.find(key(3))).isPresent();
  }
}
