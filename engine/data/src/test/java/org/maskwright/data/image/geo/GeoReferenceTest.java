package org.maskwright.data.image.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.image.TestImages;
import org.maskwright.data.image.TiffBuilder;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.problem.DataException;

class GeoReferenceTest {

  private static final String WORLD = "0.50\r\n0\r\n0\r\n-0.50\r\n1000.25\r\n2000.75\r\n";

  @TempDir Path folder;

  @Test
  void worldFileTravelsWordForWord() throws IOException {
    Path image = png("field.png", 1);
    Files.writeString(folder.resolve("field.pgw"), WORLD);
    Files.writeString(folder.resolve("field.prj"), "PROJCS[...]");
    var files = GeoReference.of(image).orElseThrow().filesBeside("mask.png");
    assertThat(files).containsOnlyKeys("mask.pgw", "mask.prj");
    assertThat(files.get("mask.pgw")).isEqualTo(WORLD.getBytes(StandardCharsets.UTF_8));
    assertThat(files.get("mask.prj")).asString().isEqualTo("PROJCS[...]");
  }

  @Test
  void imageWithoutPlaceHasNone() throws IOException {
    assertThat(GeoReference.of(png("field.png", 1))).isEmpty();
  }

  @Test
  void turnedImagesHaveTurnedPlaces() throws IOException {
    Path image = png("field.png", 6);
    Files.writeString(folder.resolve("field.wld"), "2\n0\n0\n-3\n100\n200\n");
    // Stored 4 x 3; the pixel shown at the upper left is the one stored at the lower left.
    assertThat(GeoReference.of(image).orElseThrow().worldFile().lines())
        .map(Double::valueOf)
        .containsExactly(0.0, 3.0, 2.0, 0.0, 100.0, 194.0);
  }

  @Test
  void brokenWorldFileIsSaid() throws IOException {
    Path image = png("field.png", 1);
    Files.writeString(folder.resolve("field.pgw"), "1\n2\nthree\n4\n5\n6\n");
    assertThatThrownBy(() -> GeoReference.of(image))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ImageProblem.WORLD_FILE_BROKEN));
  }

  @ParameterizedTest
  @CsvSource({"1, 500001.0, 3999999.0", "2, 500000.0, 4000000.0"})
  void geoTiffMeasuresFromCornersOrFromCentres(int rasterType, double x, double y)
      throws IOException {
    Path image = geoTiff(rasterType, 32633);
    assertThat(GeoReference.of(image).orElseThrow().worldFile().lines())
        .map(Double::valueOf)
        .containsExactly(2.0, 0.0, 0.0, -2.0, x, y);
  }

  @Test
  void coordinateSystemOfGeoTiffIsNotedForGdal() throws IOException {
    var files = GeoReference.of(geoTiff(1, 32633)).orElseThrow().filesBeside("mask.png");
    assertThat(files).containsOnlyKeys("mask.pgw", "mask.png.aux.xml");
    assertThat(files.get("mask.png.aux.xml"))
        .asString()
        .isEqualTo(
            """
            <PAMDataset>
              <SRS>EPSG:32633</SRS>
              <Metadata domain="GEOTIFF_KEYS">
                <MDI key="GeoKeyDirectory">1 1 0 2 1025 0 1 1 3072 0 1 32633</MDI>
                <MDI key="GeoAsciiParams">UTM &lt;33&gt; &amp; north|</MDI>
              </Metadata>
            </PAMDataset>
            """);
  }

  @Test
  void userDefinedSystemsHaveNoNumber() throws IOException {
    var files = GeoReference.of(geoTiff(1, 32767)).orElseThrow().filesBeside("mask.png");
    assertThat(files.get("mask.png.aux.xml")).asString().doesNotContain("SRS");
  }

  private Path geoTiff(int rasterType, int projected) throws IOException {
    byte[] tiff =
        TiffBuilder.small()
            .page(1, 1, 8, 1)
            .reals(33550, 2, 2, 0)
            .reals(33922, 0, 0, 0, 500000, 4000000, 0)
            .shorts(34735, 1, 1, 0, 2, 1025, 0, 1, rasterType, 3072, 0, 1, projected)
            .text(34737, "UTM <33> & north|")
            .strips(new byte[1])
            .build();
    return Files.write(folder.resolve("field.tif"), tiff);
  }

  private Path png(String name, int orientation) throws IOException {
    byte[] png = TestImages.encode(TestImages.noise(4, 3), "png");
    return Files.write(
        folder.resolve(name), TestImages.pngWithExif(png, TestImages.exif(orientation)));
  }
}
