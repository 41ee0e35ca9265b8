package org.maskwright.data.image;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/** The one loader of images: whoever shows, learns or predicts gets the same pixels from here. */
public final class ImageLoader {

  private ImageLoader() {}

  /** Takes rectangles of the shown image as they come, in no particular order. */
  @FunctionalInterface
  public interface PixelSink {
    void accept(Region place, int[] argb) throws IOException;
  }

  public static Pixels load(Path file) throws IOException {
    return load(ImageRef.of(file), ImageSettings.DEFAULT);
  }

  public static Pixels load(ImageRef ref, ImageSettings settings) throws IOException {
    return load(ref, settings, Progress.NONE);
  }

  /** Loads a whole image into memory. */
  public static Pixels load(ImageRef ref, ImageSettings settings, Progress progress)
      throws IOException {
    try (FileBytes file = FileBytes.open(ref.file())) {
      ImageHeader header = ImageProbe.header(file, ref.page());
      Region whole = new Region(0, 0, header.width(), header.height());
      Turner turner = new Turner(header);
      try (Decoder decoder = decoder(file, header, ref)) {
        Renderer renderer = Renderer.of(file, decoder.layout(), settings);
        // Not before the decoder has seen that the file holds what its header says.
        int[] argb = Memory.pixels(ref.file(), header.pixels());
        decoder.decode(
            block -> turner.put(renderer.render(block), block.place(), argb, whole), progress);
        return new Pixels(whole.width(), whole.height(), argb);
      }
    }
  }

  /** Loads an image piece by piece, so that it need not fit into the heap. */
  public static void stream(ImageRef ref, ImageSettings settings, PixelSink sink, Progress progress)
      throws IOException {
    try (FileBytes file = FileBytes.open(ref.file())) {
      ImageHeader header = ImageProbe.header(file, ref.page());
      Turner turner = new Turner(header);
      try (Decoder decoder = decoder(file, header, ref)) {
        Renderer renderer = Renderer.of(file, decoder.layout(), settings);
        decoder.decode(
            block -> {
              Region place = turner.shown(block.place());
              int[] turned = new int[block.pixels()];
              turner.put(renderer.render(block), block.place(), turned, place);
              sink.accept(place, turned);
            },
            progress);
      }
    }
  }

  static Decoder decoder(FileBytes file, ImageHeader header, ImageRef ref) throws IOException {
    if (header.format() == ImageFormat.TIFF) {
      return new TiffDecoder(file, ref.pageIndex());
    }
    return new WholeDecoder(file, header);
  }
}
