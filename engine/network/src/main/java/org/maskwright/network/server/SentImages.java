package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskwright.data.image.BandChoice;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.IntensityWindow;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.server.call.ServerProblem;
import org.maskwright.network.server.content.Renamed;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.ImageFile;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.ImageView;
import org.maskwright.protocol.wire.PredictRequest;

/** Turns images as they come over the wire into pixels, after checking their sizes. */
final class SentImages {

  private final Path folder;

  /** The folder is for files that are there only while they are decoded. */
  SentImages(Path folder) {
    this.folder = folder;
  }

  Pixels pixels(PredictRequest request, Progress progress) throws IOException {
    return switch (request.getImageCase()) {
      case PIXELS -> pixels(request.getPixels());
      case FILE -> decode(request.getFile(), progress);
      case IMAGE_NOT_SET -> throw DataException.of(ProtocolProblem.MALFORMED, "there is no image");
    };
  }

  private static Pixels pixels(ImagePixels sent) throws DataException {
    long width = Integer.toUnsignedLong(sent.getWidth());
    long height = Integer.toUnsignedLong(sent.getHeight());
    checkSize(width, height);
    if (sent.getRgb().size() != width * height * 3) {
      throw DataException.of(
          ProtocolProblem.MALFORMED,
          sent.getRgb().size() + " bytes for " + width + " x " + height + " pixels");
    }
    int[] argb = new int[(int) (width * height)];
    for (int i = 0; i < argb.length; i++) {
      int red = sent.getRgb().byteAt(3 * i) & 0xFF;
      int green = sent.getRgb().byteAt(3 * i + 1) & 0xFF;
      int blue = sent.getRgb().byteAt(3 * i + 2) & 0xFF;
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
    return new Pixels((int) width, (int) height, argb);
  }

  private static void checkSize(long width, long height) throws DataException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw DataException.of(ProtocolProblem.MALFORMED, width + " x " + height + " pixels");
    }
    if (width > Contract.MAX_IMAGE_PIXELS / height) {
      throw DataException.of(
          ServerProblem.IMAGE_TOO_LARGE, width * height, Contract.MAX_IMAGE_PIXELS);
    }
  }

  private Pixels decode(ImageFile sent, Progress progress) throws IOException {
    Path file = Files.createTempFile(folder, "image", "");
    try {
      Files.write(file, sent.getData().toByteArray());
      if (sent.getPage() < 0) {
        throw DataException.of(ProtocolProblem.MALFORMED, "there is no such page");
      }
      ImageRef ref = new ImageRef(file, sent.getPage());
      try (FileBytes bytes = FileBytes.open(file)) {
        var header = ImageProbe.header(bytes, sent.getPage());
        checkSize(header.width(), header.height());
      }
      return ImageLoader.load(ref, settings(sent), progress);
    } catch (DataException e) {
      throw Renamed.problem(e, file, "The image");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static ImageSettings settings(ImageFile sent) throws DataException {
    if (!sent.hasView()) {
      return ImageSettings.DEFAULT;
    }
    ImageView view = sent.getView();
    if (view.getLow() < 0
        || view.getHigh() <= view.getLow()
        || view.getHigh() > IntensityWindow.MAX
        || view.getRed() < 0
        || view.getGreen() < 0
        || view.getBlue() < 0) {
      throw DataException.of(ProtocolProblem.MALFORMED, "the image cannot be seen like that");
    }
    return new ImageSettings(
        new IntensityWindow(view.getLow(), view.getHigh()),
        new BandChoice(view.getRed(), view.getGreen(), view.getBlue()),
        view.hasNodata() ? Integer.valueOf(view.getNodata()) : null);
  }
}
