package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.task.Progress;

/** Opens images for a canvas: in memory as long as they are small enough, from tiles above that. */
public final class ImageOpener {

  /** Images up to this many pixels are held in memory: 32 million. */
  public static final long LARGEST_IN_MEMORY = 32_000_000;

  private final TileCache cache;
  private final long largestInMemory;

  public ImageOpener(Path cacheFolder) {
    this(cacheFolder, LARGEST_IN_MEMORY);
  }

  ImageOpener(Path cacheFolder, long largestInMemory) {
    this.cache = new TileCache(cacheFolder);
    this.largestInMemory = largestInMemory;
  }

  /** Opens an image. The first time, a large one takes a while: it is turned into tiles. */
  public PixelSource open(ImageRef ref, ImageSettings settings, Progress progress)
      throws IOException {
    if (ImageProbe.header(ref).pixels() <= largestInMemory) {
      return ImagePyramid.of(ImageLoader.load(ref, settings, progress));
    }
    return cache.open(ref, settings, progress);
  }
}
