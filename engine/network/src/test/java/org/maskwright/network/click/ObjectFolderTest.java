package org.maskwright.network.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.MaskPng;

class ObjectFolderTest {

  private static final byte IGNORED = (byte) 255;

  @TempDir private Path folder;

  private void grey(String file, int width, int height, byte... greys) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    try (OutputStream out = Files.newOutputStream(path)) {
      MaskPng.writeGrey(out, width, height, greys);
    }
  }

  @Test
  void greysOfAMaskAreObjectUnclearAndNot() throws IOException {
    grey("images/a.png", 3, 1, (byte) 9, (byte) 9, (byte) 9);
    grey("masks/a.png", 3, 1, (byte) 255, (byte) 128, (byte) 0);
    ObjectFolder objects = ObjectFolder.open(folder, "val");
    assertThat(objects.isSingle()).isTrue();
    assertThat(objects.load(0).labels()).containsExactly(1, IGNORED, 0);
  }

  @Test
  void imagesWithoutMaskAreLeftOut() throws IOException {
    grey("images/a.png", 1, 1, (byte) 9);
    grey("images/b.png", 1, 1, (byte) 9);
    grey("masks/b.png", 1, 1, (byte) 255);
    ObjectFolder objects = ObjectFolder.open(folder, "val");
    assertThat(objects.size()).isEqualTo(1);
    assertThat(objects.name(0)).isEqualTo("b");
  }

  @Test
  void instancesComeBeforeClasses() throws IOException {
    grey("JPEGImages/a.jpg", 2, 1, (byte) 9, (byte) 9);
    grey("SegmentationClass/a.png", 2, 1, (byte) 5, (byte) 5);
    grey("SegmentationObject/a.png", 2, 1, (byte) 1, (byte) 2);
    Path lists = Files.createDirectories(folder.resolve("ImageSets/Segmentation"));
    Files.writeString(lists.resolve("val.txt"), "a\n");
    ObjectFolder objects = ObjectFolder.open(folder, "val");
    assertThat(objects.isSingle()).isFalse();
    assertThat(objects.load(0).labels()).containsExactly(1, 2);
  }

  @Test
  void maskOfAnotherSizeIsRefused() throws IOException {
    grey("images/a.png", 2, 1, (byte) 9, (byte) 9);
    grey("masks/a.png", 1, 1, (byte) 255);
    ObjectFolder objects = ObjectFolder.open(folder, "val");
    assertThatThrownBy(() -> objects.load(0)).hasMessageContaining("2 x 1");
  }

  @Test
  void folderOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> ObjectFolder.open(folder, "val")).hasMessageContaining("images");
  }
}
