package org.maskwright.data.image.geo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.image.header.Orientation;
import org.maskwright.data.image.tiff.TiffPage;
import org.maskwright.data.problem.DataException;

/**
 * Where on earth an image is. A world file travels as it is, word for word; the tags of a GeoTIFF
 * become a world file and a note that GDAL and QGIS read, with the EPSG number if there is one and
 * with all keys in any case. What the numbers of a coordinate system mean is not looked up here.
 */
public final class GeoReference {

  private static final int MOST_TEXT = 1 << 16;

  private final String world;
  private final @Nullable String projection;
  private final @Nullable GeoTags tags;

  private GeoReference(String world, @Nullable String projection, @Nullable GeoTags tags) {
    this.world = world;
    this.projection = projection;
    this.tags = tags;
  }

  public static Optional<GeoReference> of(Path file) throws IOException {
    return of(ImageRef.of(file));
  }

  /** Looks into the image and then beside it, in the order in which GDAL does. */
  public static Optional<GeoReference> of(ImageRef ref) throws IOException {
    ImageHeader header = ImageProbe.header(ref);
    String projection = sidecar(ref.file(), List.of("prj"));
    if (header.format() == ImageFormat.TIFF) {
      try (FileBytes file = FileBytes.open(ref.file())) {
        GeoTags tags = GeoTags.read(TiffPage.find(file, ref.pageIndex()).tags());
        if (tags.world() != null) {
          String text = tags.world().shown(header).text();
          return Optional.of(new GeoReference(text, projection, tags));
        }
      }
    }
    List<String> extensions = new ArrayList<>(header.format().worldFileExtensions());
    extensions.add("wld");
    String text = sidecar(ref.file(), extensions);
    return text == null
        ? Optional.empty()
        : Optional.of(new GeoReference(turned(ref, text, header), projection, null));
  }

  private static String turned(ImageRef ref, String text, ImageHeader header) throws DataException {
    WorldFile world = WorldFile.parse(text);
    if (world == null) {
      throw DataException.of(ImageProblem.WORLD_FILE_BROKEN, ref.file());
    }
    return header.orientation() == Orientation.NORMAL ? text : world.shown(header).text();
  }

  private static @Nullable String sidecar(Path image, List<String> extensions) throws IOException {
    for (String extension : extensions) {
      for (String spelled : List.of(extension, extension.toUpperCase(Locale.ROOT))) {
        Path file = image.resolveSibling(stem(image.getFileName().toString()) + "." + spelled);
        if (Files.isRegularFile(file) && Files.size(file) <= MOST_TEXT) {
          // Any byte is a character here, so that what is written is what was read.
          return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
      }
    }
    return null;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * The files to be written beside a mask: name and content. A mask is shown as its image is, so an
   * orientation has been worked in.
   *
   * @param maskName the name of the mask's file, a PNG or a TIFF
   */
  public Map<String, byte[]> filesBeside(String maskName) {
    String stem = stem(maskName);
    boolean tiff = maskName.toLowerCase(Locale.ROOT).matches(".*\\.tiff?");
    Map<String, byte[]> files = new TreeMap<>();
    files.put(stem + (tiff ? ".tfw" : ".pgw"), world.getBytes(StandardCharsets.ISO_8859_1));
    if (projection != null) {
      files.put(stem + ".prj", projection.getBytes(StandardCharsets.ISO_8859_1));
    }
    if (tags != null) {
      files.put(maskName + ".aux.xml", note(tags).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** The text of the world file. */
  public String worldFile() {
    return world;
  }

  private static String note(GeoTags tags) {
    StringBuilder xml = new StringBuilder("<PAMDataset>\n");
    if (tags.epsg() != null) {
      xml.append("  <SRS>EPSG:").append(tags.epsg()).append("</SRS>\n");
    }
    xml.append("  <Metadata domain=\"GEOTIFF_KEYS\">\n");
    xml.append("    <MDI key=\"GeoKeyDirectory\">").append(tags.keys()).append("</MDI>\n");
    xml.append("    <MDI key=\"GeoAsciiParams\">").append(escaped(tags.texts())).append("</MDI>\n");
    return xml.append("  </Metadata>\n</PAMDataset>\n").toString();
  }

  private static String escaped(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
