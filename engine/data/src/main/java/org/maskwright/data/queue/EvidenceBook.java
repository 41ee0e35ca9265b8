package org.maskwright.data.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of each image of a project from its last prediction. It is kept in the user's cache
 * so that a queue is there at once; losing it costs only time. Safe for use by several threads.
 */
public final class EvidenceBook {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceBook.class);

  private final Disk disk;
  private final Path file;
  private @Nullable Map<ImageId, Note> read;
  private Optional<String> wanted = Optional.empty();

  /**
   * What was found out about an image.
   *
   * @param size of the image's file then
   * @param modified when that file was changed last
   */
  record Note(Evidence evidence, long size, long modified) {}

  /** The book of a project; it is opened when it is first asked, which may take a moment. */
  public EvidenceBook(Project project) {
    Path home = project.folder().home();
    String name = Sha256.of(home.toString().getBytes(StandardCharsets.UTF_8));
    disk = project.workplace().disk();
    file = project.workplace().cache().resolve("queues").resolve(name + ".json");
  }

  private synchronized Map<ImageId, Note> notes() {
    Map<ImageId, Note> known = read;
    if (known == null) {
      known = new ConcurrentHashMap<>();
      try {
        EvidenceJson.Kept kept = EvidenceJson.read(disk, file);
        known.putAll(kept.notes());
        wanted = kept.wanted();
      } catch (IOException e) {
        // It is only a cache.
        LOG.info("what was known about a project's images is found out anew: {}", e.toString());
      }
      read = known;
    }
    return known;
  }

  /** Notes what was found out about an image as it is now. */
  public void put(ImageEntry image, Evidence evidence) {
    notes().put(image.image(), new Note(evidence, image.fileSize(), image.fileModified()));
  }

  /** What is known of an image, unless its file was changed since. */
  public Optional<Evidence> of(ImageEntry image) {
    return Optional.ofNullable(notes().get(image.image()))
        .filter(note -> note.size() == image.fileSize())
        .filter(note -> note.modified() == image.fileModified())
        .map(Note::evidence);
  }

  /** All that this model gave rise to: how rare its classes are is seen over many images. */
  public Collection<Evidence> by(String model) {
    return notes().values().stream()
        .map(Note::evidence)
        .filter(evidence -> evidence.model().equals(model))
        .collect(Collectors.toList());
  }

  /**
   * The model by which somebody wants the whole project predicted, since an earlier day perhaps;
   * empty if that is done or not wanted any more.
   */
  public synchronized Optional<String> wanted() {
    notes();
    return wanted;
  }

  /**
   * Keeps the book, with the wish to have the whole project predicted by this model, or by none.
   */
  public synchronized void want(Optional<String> model) throws IOException {
    notes();
    wanted = model;
    save();
  }

  /** Keeps the book. */
  public synchronized void save() throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", EvidenceJson.SCHEMA);
    wanted.ifPresent(model -> json.put("wanted", model));
    ArrayNode images = json.putArray("images");
    notes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> EvidenceJson.write(images.addObject(), each.getKey(), each.getValue()));
    disk.createFolders(file.resolveSibling(""));
    JsonFile.write(disk, file, json);
  }
}
