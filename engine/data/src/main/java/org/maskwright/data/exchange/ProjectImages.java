package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.ImageCopier;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.geo.GeoReference;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.image.header.Orientation;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;

/**
 * Brings a project's images along with an export: as they are if they lie upright, and otherwise
 * turned and written anew without loss, because not every reader turns them as their masks are.
 */
public final class ProjectImages implements ImageCopier {

  private static final String ANEW = ".png";

  private final ProjectDataset dataset;
  private final boolean copies;

  /**
   * A copier for these images.
   *
   * @param copies whether images come along, or only what says where on earth they lie
   */
  public ProjectImages(ProjectDataset dataset, boolean copies) {
    this.dataset = dataset;
    this.copies = copies;
  }

  @Override
  public boolean copies() {
    return copies;
  }

  @Override
  public String pathFor(DatasetItem item) throws IOException {
    return !copies || isUpright(ref(item)) ? item.path() : item.stem() + ANEW;
  }

  @Override
  public void copy(DatasetItem item, Path target) throws IOException {
    ImageRef ref = ref(item);
    if (isUpright(ref)) {
      Files.copy(ref.file(), target);
    } else {
      Files.write(target, png(ImageLoader.load(ref, dataset.imageSettings(item)), ref));
    }
  }

  private ImageRef ref(DatasetItem item) {
    Path file = item.image();
    if (file == null) {
      throw new IllegalArgumentException("no image: " + item.path());
    }
    ImageId image = dataset.image(item);
    return new ImageRef(file, image.page());
  }

  private static boolean isUpright(ImageRef ref) throws IOException {
    return ref.page() == ImageRef.ONLY
        && ImageProbe.header(ref).orientation() == Orientation.NORMAL;
  }

  private static byte[] png(Pixels pixels, ImageRef ref) throws IOException {
    byte[] rgb = pixels.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      byte red = rgb[i];
      rgb[i] = rgb[i + 2];
      rgb[i + 2] = red;
    }
    try (BytePointer samples = new BytePointer(rgb);
        Mat bgr = new Mat(pixels.height(), pixels.width(), opencv_core.CV_8UC3, samples);
        BytePointer encoded = new BytePointer()) {
      if (!opencv_imgcodecs.imencode(ANEW, bgr, encoded)) {
        throw DataException.of(FormatProblem.BAD_FILE, ref, "it could not be written as PNG");
      }
      byte[] png = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(png);
      return png;
    }
  }

  @Override
  public void copyWorldFile(DatasetItem item, Path mask) throws IOException {
    Optional<GeoReference> place = GeoReference.of(ref(item));
    if (place.isPresent()) {
      String name = String.valueOf(mask.getFileName());
      for (Map.Entry<String, byte[]> file : place.get().filesBeside(name).entrySet()) {
        Files.write(mask.resolveSibling(file.getKey()), file.getValue());
      }
    }
  }
}
