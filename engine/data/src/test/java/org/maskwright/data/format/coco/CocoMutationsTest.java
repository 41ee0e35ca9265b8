package org.maskwright.data.format.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.format.geometry.Exports;
import org.maskwright.testing.GeneratedDataset;
import org.maskwright.testing.Mutations;

class CocoMutationsTest {

  @TempDir Path folder;

  private final CocoFormat format = new CocoFormat();

  @Test
  void damagedPolygonFilesAreRefusedOrRead() throws IOException {
    survives(Map.of("shapes", "polygons"));
  }

  @Test
  void damagedRunLengthFilesAreRefusedOrRead() throws IOException {
    survives(Map.of("shapes", "rle"));
  }

  @Test
  void damagedRunLengthTextsAreRefusedOrRead() {
    byte[] healthy = "06<m0i?X1W@0000000e00000000000".getBytes(StandardCharsets.US_ASCII);
    Mutations.survives(
        healthy,
        1000,
        damaged -> RleText.read(new String(damaged, StandardCharsets.ISO_8859_1), 50, 60).decode());
  }

  private void survives(Map<String, String> options) throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.holes());
    source.add("b/b.jpg", "", GeneratedDataset.parts());
    Exports.export(source, format, options, folder.resolve("out"));
    Path healthy = folder.resolve("out/annotations/instances_default.json");
    Path damagedFolder = Files.createDirectory(folder.resolve("damaged"));
    Path damagedFile = damagedFolder.resolve("instances_default.json");
    Mutations.survives(
        Files.readAllBytes(healthy),
        1000,
        damaged -> {
          Files.write(damagedFile, damaged);
          Exports.readAll(damagedFolder, format);
        });

    assertThat(damagedFolder).isDirectoryContaining(file -> file.equals(damagedFile));
    assertThat(damagedFolder.toFile().list()).hasSize(1);
  }
}
