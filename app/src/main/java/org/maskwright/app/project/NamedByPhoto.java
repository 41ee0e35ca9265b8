package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.label.LabelScheme;

/**
 * A data set whose images are called by where their photos lie. Formats have names of their own for
 * them, but the project that is made over the photos knows them by their files.
 */
final class NamedByPhoto implements Dataset {

  private final Dataset dataset;
  private final Map<DatasetItem, DatasetItem> originals = new LinkedHashMap<>();

  NamedByPhoto(Dataset dataset, Path photos) {
    this.dataset = dataset;
    for (DatasetItem item : dataset.items()) {
      originals.put(renamed(item, photos), item);
    }
  }

  private static DatasetItem renamed(DatasetItem item, Path photos) {
    @Nullable Path image = item.image();
    Path file = image == null ? null : image.toAbsolutePath().normalize();
    if (file == null || !file.startsWith(photos)) {
      return item;
    }
    String separator = file.getFileSystem().getSeparator();
    return item.withPath(photos.relativize(file).toString().replace(separator, "/"));
  }

  @Override
  public LabelScheme scheme() {
    return dataset.scheme();
  }

  @Override
  public List<DatasetItem> items() {
    return List.copyOf(originals.keySet());
  }

  @Override
  public Findings findings() {
    return dataset.findings();
  }

  @Override
  public LabelledImage load(DatasetItem item, Findings findings) throws IOException {
    return dataset.load(Objects.requireNonNull(originals.get(item), "one of ours"), findings);
  }

  @Override
  public void close() throws IOException {
    dataset.close();
  }
}
