package org.maskwright.data.project;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.task.Progress;

/**
 * The images of a project. The list is there at once, as it was when somebody last looked; a rescan
 * finds what was added or went away since.
 */
public final class ImageList implements Closeable {

  private final ProjectFolder folder;
  private final Workplace workplace;
  private final Supplier<Roots> roots;
  private final Object opening = new Object();
  private final Object scanning = new Object();
  private volatile @Nullable ImageIndex opened;

  ImageList(ProjectFolder folder, Workplace workplace, Supplier<Roots> roots) {
    this.folder = folder;
    this.workplace = workplace;
    this.roots = roots;
  }

  private ImageIndex index() throws IOException {
    synchronized (opening) {
      ImageIndex index = opened;
      if (index == null) {
        index = ImageIndex.open(workplace.cache(), folder);
        opened = index;
      }
      return index;
    }
  }

  /** All images that are known, as people count; none before the first scan. */
  public List<ImageEntry> entries() throws IOException {
    return index().rows().stream().map(IndexRow::entry).toList();
  }

  /** An image to begin with, found without looking through all folders; empty if there is none. */
  public Optional<ImageId> glance(Progress progress) throws IOException {
    for (ImageRoot root : roots.get().all()) {
      Optional<ImageId> first = FirstImage.in(root, progress);
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  /** Looks through the folders and brings the list up to date. */
  public IndexChanges rescan(Progress progress) throws IOException {
    synchronized (scanning) {
      MaskFiles files = new MaskFiles(workplace.disk(), folder.masks(), folder.kept());
      return new IndexScan(folder, roots.get(), files, progress).update(index());
    }
  }

  void update(ImageRecord image) {
    ImageIndex index = opened;
    if (index != null) {
      index.update(image);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (opening) {
      if (opened != null) {
        opened.close();
        opened = null;
      }
    }
  }
}
