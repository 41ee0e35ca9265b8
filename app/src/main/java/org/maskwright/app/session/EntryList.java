package org.maskwright.app.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageRecord;

/** The list of a project's images, in which each is found at once however many there are. */
final class EntryList {

  private final ObservableList<ImageEntry> entries = FXCollections.observableArrayList();
  private @Nullable Map<ImageId, Integer> lines;
  private boolean updating;

  EntryList() {
    entries.addListener(
        (Observable o) -> {
          if (!updating) {
            lines = null;
          }
        });
  }

  ObservableList<ImageEntry> entries() {
    return entries;
  }

  Optional<ImageEntry> find(ImageId image) {
    return Optional.ofNullable(lines().get(image)).map(entries::get);
  }

  private Map<ImageId, Integer> lines() {
    Map<ImageId, Integer> known = lines;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        known.put(entries.get(i).image(), i);
      }
      lines = known;
    }
    return known;
  }

  /** Takes over what was said about an image. */
  void update(ImageRecord record) {
    Integer line = lines().get(record.image());
    if (line == null) {
      return;
    }
    ImageEntry before = entries.get(line);
    updating = true;
    entries.set(
        line,
        new ImageEntry(
            before.image(),
            record.state(),
            record.author(),
            record.changed(),
            before.fileSize(),
            before.fileModified()));
    updating = false;
  }
}
