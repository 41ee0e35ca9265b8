package org.maskwright.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;

/**
 * Learns which images a project has: first what was known last time, then what lies in the folders
 * now. Somebody can begin with an image before either is through.
 */
public final class ImageCatalogue {

  private final Project project;
  private final Backstage backstage;
  private final SessionWatch watch;
  private final Consumer<Optional<ImageId>> begin;
  private final EntryList list = new EntryList();
  private final ReadOnlyObjectWrapper<Listing> listing =
      new ReadOnlyObjectWrapper<>(Listing.BEGINNING);

  ImageCatalogue(
      Project project, Backstage backstage, SessionWatch watch, Consumer<Optional<ImageId>> begin) {
    this.project = project;
    this.backstage = backstage;
    this.watch = watch;
    this.begin = begin;
  }

  /** How much of the list of images is known. */
  public enum Listing {
    BEGINNING,
    /** What was there last time is known, and the folders are being looked through. */
    LOOKING,
    WHOLE
  }

  private record Known(List<ImageEntry> entries, Optional<ImageId> first) {}

  ObservableList<ImageEntry> entries() {
    return list.entries();
  }

  Optional<ImageEntry> find(ImageId image) {
    return list.find(image);
  }

  void update(ImageRecord changed) {
    list.update(changed);
  }

  ReadOnlyObjectProperty<Listing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  /** In the lane of the savers: no mask is opened while a dead program's is brought back. */
  void refresh(Optional<ImageId> first) {
    listing.set(Listing.BEGINNING);
    backstage
        .saving()
        .start(
            progress -> new AfterCrash(project).recover(progress),
            new Outcome<>(
                found -> {
                  if (!found.isEmpty()) {
                    watch.recovered(found);
                  }
                  listKnown(first);
                },
                reason -> {
                  watch.failed(reason);
                  listKnown(first);
                }));
  }

  private void listKnown(Optional<ImageId> first) {
    backstage
        .listing()
        .start(
            progress -> new Known(project.images().entries(), firstOf(first, progress)),
            new Outcome<>(
                known -> {
                  list.entries().setAll(known.entries());
                  listing.set(Listing.LOOKING);
                  if (known.first().isPresent()) {
                    begin.accept(known.first());
                  }
                  rescan();
                },
                watch::failed));
  }

  /** The named image if its file is still there; otherwise one that is found quickly. */
  private Optional<ImageId> firstOf(Optional<ImageId> wanted, Progress progress)
      throws IOException {
    if (wanted.isPresent() && Files.exists(project.roots().file(wanted.get()))) {
      return wanted;
    }
    return project.images().glance(progress);
  }

  private void rescan() {
    backstage
        .listing()
        .start(
            progress -> {
              project.images().rescan(progress);
              return project.images().entries();
            },
            new Outcome<>(
                found -> {
                  list.entries().setAll(found);
                  listing.set(Listing.WHOLE);
                  begin.accept(Optional.empty());
                },
                watch::failed));
  }
}
