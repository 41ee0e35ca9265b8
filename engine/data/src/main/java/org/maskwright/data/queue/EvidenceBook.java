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
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;

/**
 * What is known of each image of a project from its last prediction. It is kept in the user's cache
 * so that a queue is there at once; losing it costs only time. Safe for use by several threads.
 */
public final class EvidenceBook {

  private final Disk disk;
  private final Path file;
  private final Map<ImageId, Note> notes = new ConcurrentHashMap<>();

  /**
   * What was found out about an image.
   *
   * @param size of the image's file then
   * @param modified when that file was changed last
   */
  record Note(Evidence evidence, long size, long modified) {}

  private EvidenceBook(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
  }

  /** The book of a project; empty if none was kept, or if it is damaged. */
  public static EvidenceBook open(Project project) throws IOException {
    Path home = project.folder().home();
    String name = Sha256.of(home.toString().getBytes(StandardCharsets.UTF_8));
    Path file = project.workplace().cache().resolve("queues").resolve(name + ".json");
    EvidenceBook book = new EvidenceBook(project.workplace().disk(), file);
    if (book.disk.exists(file)) {
      book.notes.putAll(EvidenceJson.read(book.disk, file));
    }
    return book;
  }

  /** Notes what was found out about an image as it is now. */
  public void put(ImageEntry image, Evidence evidence) {
    notes.put(image.image(), new Note(evidence, image.fileSize(), image.fileModified()));
  }

  /** What is known of an image, unless its file was changed since. */
  public Optional<Evidence> of(ImageEntry image) {
    return Optional.ofNullable(notes.get(image.image()))
        .filter(note -> note.size() == image.fileSize())
        .filter(note -> note.modified() == image.fileModified())
        .map(Note::evidence);
  }

  /** All that this model gave rise to: how rare its classes are is seen over many images. */
  public Collection<Evidence> by(String model) {
    return notes.values().stream()
        .map(Note::evidence)
        .filter(evidence -> evidence.model().equals(model))
        .collect(Collectors.toList());
  }

  /** Keeps the book. */
  public synchronized void save() throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", EvidenceJson.SCHEMA);
    ArrayNode images = json.putArray("images");
    notes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> EvidenceJson.write(images.addObject(), each.getKey(), each.getValue()));
    disk.createFolders(file.resolveSibling(""));
    JsonFile.write(disk, file, json);
  }
}
