package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.content.DiskFloor;
import org.maskwright.network.weights.model.ModelLibrary;

/** The parts of an engine, put together. */
final class Engine implements AutoCloseable {

  private final EngineLog log = new EngineLog();
  private final Answering answering = new Answering(log);
  private final Attendance attendance = new Attendance(System::nanoTime);
  private final Activity activity = new Activity();
  private final PredictionMemory memory = new PredictionMemory();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final EngineFolder folder;
  private final ModelShelf shelf;
  private final Deliveries deliveries;
  private final PredictionDesk predictions;
  private final Introduction introduction;

  private Engine(
      EngineFolder folder, ModelLibrary library, ContentStore contents, Settings settings) {
    this.folder = folder;
    this.shelf = new ModelShelf(library, contents, hash -> Optional.empty());
    this.deliveries = new Deliveries(contents, shelf);
    this.predictions =
        new PredictionDesk(shelf, new SentImages(folder.incoming()), memory, activity, answering);
    this.introduction = new Introduction(settings.quotaBytes());
  }

  /**
   * What a person may choose.
   *
   * @param quotaBytes how much may be sent to this engine
   * @param floorBytes how much of the disk stays free
   */
  record Settings(long quotaBytes, long floorBytes) {}

  /** An engine that works in this folder, which no other one may have. */
  static Engine open(Path root, ModelLibrary library, Settings settings) throws IOException {
    EngineFolder folder = EngineFolder.take(root);
    DiskFloor floor = new DiskFloor(root, settings.floorBytes());
    ContentStore contents =
        new ContentStore(folder.contents(), settings.quotaBytes(), floor, Set::of);
    return new Engine(folder, library, contents, settings);
  }

  EngineLog log() {
    return log;
  }

  Answering answering() {
    return answering;
  }

  Attendance attendance() {
    return attendance;
  }

  Activity activity() {
    return activity;
  }

  ModelShelf shelf() {
    return shelf;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  PredictionDesk predictions() {
    return predictions;
  }

  PredictionMemory memory() {
    return memory;
  }

  Introduction introduction() {
    return introduction;
  }

  /** A window wants it to end. */
  void askToEnd() {
    asked.set(true);
  }

  boolean isAskedToEnd() {
    return asked.get();
  }

  @Override
  public void close() throws IOException {
    predictions.close();
    folder.close();
  }
}
