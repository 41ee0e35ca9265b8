package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.task.Progress;

class ThumbnailStoreTest {

  private static final int RED = 0xFFC01020;
  private static final int GREEN = 0xFF10C020;

  @TempDir Path folder;

  private ThumbnailStore store;
  private ImageRef photo;

  @BeforeEach
  void makePhoto() throws IOException {
    store = new ThumbnailStore(RealDisk.INSTANCE, folder.resolve("cache"));
    photo = ImageRef.of(folder.resolve("photo.png"));
    paint(RED, 300, 100);
  }

  @Test
  void everyImageFillsTheThumbnail() throws IOException {
    for (int[] size : new int[][] {{300, 100}, {7, 1000}, {1, 1}, {129, 97}}) {
      paint(RED, size[0], size[1]);

      assertThat(get().argb()).containsOnly(RED);
    }
  }

  @Test
  void theSecondTimeItComesFromTheFolder() throws IOException {
    Pixels first = get();
    Path kept = store.file(photo, ImageSettings.DEFAULT);
    write(kept, GREEN, Thumbnails.WIDTH, Thumbnails.HEIGHT);

    assertThat(first.argb()).containsOnly(RED);
    assertThat(get().argb()).containsOnly(GREEN);
  }

  @Test
  void aDamagedFileIsMadeAgain() throws IOException {
    get();
    Path kept = store.file(photo, ImageSettings.DEFAULT);
    byte[] sound = Files.readAllBytes(kept);
    Files.write(kept, Arrays.copyOf(sound, sound.length / 2));

    assertThat(get().argb()).containsOnly(RED);
    assertThat(kept).hasBinaryContent(sound);
  }

  @Test
  void aFileOfAnotherSizeIsMadeAgain() throws IOException {
    get();
    write(store.file(photo, ImageSettings.DEFAULT), GREEN, 500, 400);

    assertThat(get().argb()).containsOnly(RED);
  }

  @Test
  void aChangedImageGetsANewThumbnail() throws IOException {
    get();
    paint(GREEN, 300, 100);
    Files.setLastModifiedTime(photo.file(), FileTime.from(Instant.EPOCH));

    assertThat(get().argb()).containsOnly(GREEN);
  }

  @Test
  void aFolderThatCannotBeWrittenCostsOnlyTime() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file where the folder should be");

    assertThat(get().argb()).containsOnly(RED);
  }

  private Pixels get() throws IOException {
    return store.get(photo, ImageSettings.DEFAULT, Progress.NONE);
  }

  private void paint(int colour, int width, int height) throws IOException {
    write(photo.file(), colour, width, height);
  }

  private static void write(Path file, int colour, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, colour);
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
