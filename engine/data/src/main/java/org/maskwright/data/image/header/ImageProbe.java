package org.maskwright.data.image.header;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.tiff.TiffStream;

/**
 * Reads headers, and refuses what no honest image claims, before any decoder sees the file. It
 * reads a few kilobytes wherever they are, whatever the size of the file.
 */
public final class ImageProbe {

  private ImageProbe() {}

  /** The headers of all pages of a file; one header for a format without pages. */
  public static List<ImageHeader> pages(Path path) throws IOException {
    try (FileBytes file = FileBytes.open(path)) {
      return pages(file);
    }
  }

  /** The header of one image or page. */
  public static ImageHeader header(ImageRef ref) throws IOException {
    try (FileBytes file = FileBytes.open(ref.file())) {
      return header(file, ref.page());
    }
  }

  public static ImageHeader header(FileBytes file, int page) throws IOException {
    List<ImageHeader> pages = pages(file);
    int index = Math.max(0, page - 1);
    if (index >= pages.size()) {
      throw file.problem(ImageProblem.NO_SUCH_PAGE, page, pages.size());
    }
    return pages.get(index);
  }

  /** The names of a file's images: the file itself, or one name a page if it has several. */
  public static List<ImageRef> images(Path path) throws IOException {
    int count = pages(path).size();
    return count == 1
        ? List.of(ImageRef.of(path))
        : IntStream.rangeClosed(1, count).mapToObj(page -> new ImageRef(path, page)).toList();
  }

  private static List<ImageHeader> pages(FileBytes file) throws IOException {
    if (TiffStream.startsAt(file, 0)) {
      return TiffHeader.read(file);
    }
    ImageHeader header = single(file);
    Limits.check(file, header);
    return List.of(header);
  }

  private static ImageHeader single(FileBytes file) throws IOException {
    if (file.has(0, "\u00FF\u00D8\u00FF")) {
      return JpegHeader.read(file);
    } else if (file.has(0, PngHeader.SIGNATURE)) {
      return PngHeader.read(file);
    } else if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
      return GifHeader.read(file);
    } else if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return WebpHeader.read(file);
    } else if (file.has(0, "BM")) {
      return BmpHeader.read(file);
    }
    throw file.problem(ImageProblem.NOT_AN_IMAGE);
  }
}
