package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FolderTree;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.ZipFolder;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;

/** A dataset from a zip file; what was unpacked goes when it is closed. */
final class UnpackedDataset implements Dataset {

  private final Dataset dataset;
  private final Path folder;

  private UnpackedDataset(Dataset dataset, Path folder) {
    this.dataset = dataset;
    this.folder = folder;
  }

  static Dataset open(Path zip, DatasetFormat format, FormatOptions options, Progress progress)
      throws IOException {
    Path folder = Files.createTempDirectory("maskwright-import");
    boolean opened = false;
    try {
      ZipFolder.unpack(zip, folder, progress);
      Dataset dataset = format.open(withoutWrapping(folder), options, progress);
      opened = true;
      return new UnpackedDataset(dataset, folder);
    } finally {
      if (!opened) {
        FolderTree.delete(folder);
      }
    }
  }

  /** Many zip files hold one folder, and everything in that. */
  private static Path withoutWrapping(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      List<Path> entries = content.limit(2).toList();
      boolean wrapped = entries.size() == 1 && Files.isDirectory(entries.get(0));
      return wrapped ? entries.get(0) : folder;
    }
  }

  @Override
  public LabelScheme scheme() {
    return dataset.scheme();
  }

  @Override
  public List<DatasetItem> items() {
    return dataset.items();
  }

  @Override
  public Findings findings() {
    return dataset.findings();
  }

  @Override
  public LabelledImage load(DatasetItem item, Findings findings) throws IOException {
    return dataset.load(item, findings);
  }

  @Override
  public void close() throws IOException {
    try {
      dataset.close();
    } finally {
      FolderTree.delete(folder);
    }
  }
}
