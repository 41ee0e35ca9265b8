package org.maskwright.network.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsCardTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"Tesla K80, 3.7", "NVIDIA GeForce GTX 1080, 6.1", "NVIDIA RTX A6000, 8.6"})
  void cardsThatTheLibraryHasCodeForAreUsed(String card) {
    assertThat(GraphicsCard.choose(Optional.of(List.of(card, "another, 9.0"))).used()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NVIDIA H100 PCIe, 9.0", "GRID K520, 3.0", "NVIDIA B200, 10.0"})
  void otherCardsAreNotAndAreNamed(String card) {
    GraphicsCard.Choice choice = GraphicsCard.choose(Optional.of(List.of(card)));

    assertThat(choice.used()).isFalse();
    assertThat(choice.sentence()).contains(card.substring(0, card.indexOf(',')), "the processor");
  }

  @Test
  void withoutADriverTheProcessorComputes() {
    assertThat(GraphicsCard.choose(Optional.empty()))
        .isEqualTo(
            new GraphicsCard.Choice(
                false, "not used: no NVIDIA driver was found; the processor computes"));
    assertThat(GraphicsCard.choose(Optional.of(List.of("No devices were found"))).used()).isFalse();
  }

  @Test
  void theCudaLibraryCanBeHidden() throws IOException {
    String service = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
    URL[] jars = {announce("nd4j-cuda-11.6", service), announce("nd4j-native", service)};
    try (URLClassLoader all = new URLClassLoader(jars, null)) {
      assertThat(Collections.list(all.getResources(service))).hasSize(2);
      assertThat(Collections.list(new WithoutCuda(all).getResources(service)))
          .singleElement()
          .satisfies(url -> assertThat(url.getPath()).contains("nd4j-native"));
    }
  }

  private URL announce(String library, String service) throws IOException {
    Path file = folder.resolve(library).resolve(service);
    Files.createDirectories(file.getParent());
    Files.writeString(file, library);
    return folder.resolve(library).toUri().toURL();
  }
}
