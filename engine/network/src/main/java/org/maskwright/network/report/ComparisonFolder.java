package org.maskwright.network.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.Example;

/** Writes a row of pictures for each image into a folder. */
public final class ComparisonFolder implements Evaluator.Listener {

  private final Path folder;
  private final LabelScheme labels;
  private final Set<String> taken = new HashSet<>();

  public ComparisonFolder(Path folder, LabelScheme labels) throws IOException {
    this.folder = folder;
    this.labels = labels;
    RealDisk.INSTANCE.createFolders(folder);
  }

  @Override
  public void scored(Example example, Map<Variant, byte[]> predicted) throws IOException {
    Optional<byte[]> truth = Optional.of(example.labels()).filter(ComparisonFolder::isDecided);
    byte[] png = Pictures.png(SideBySide.draw(example.image(), truth, predicted, labels));
    AtomicFile.write(RealDisk.INSTANCE, folder.resolve(freeName(example.name())), png);
  }

  /** Two images of one name, from two folders, both get a picture. */
  private String freeName(String image) {
    String stem = ImagesToCompare.stem(image);
    String name = stem + ".png";
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "-" + i + ".png";
    }
    return name;
  }

  private static boolean isDecided(byte[] truth) {
    for (byte label : truth) {
      if ((label & 0xFF) != LabelMask.IGNORE) {
        return true;
      }
    }
    return false;
  }

  public int written() {
    return taken.size();
  }
}
