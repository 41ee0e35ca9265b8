package org.maskwright.network.server;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.EngineLog;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.content.DiskFloor;
import org.maskwright.network.server.job.FineTuning;
import org.maskwright.network.server.job.JobBook;
import org.maskwright.network.server.job.JobModels;
import org.maskwright.network.server.job.JobQueue;
import org.maskwright.network.server.job.JobRequests;
import org.maskwright.network.server.job.QuickFitting;
import org.maskwright.network.server.job.TrainingPlan;
import org.maskwright.network.weights.model.ModelLibrary;
import org.maskwright.protocol.wire.JobKind;

/** The parts of an engine, put together. */
final class Engine implements AutoCloseable {

  private final EngineLog log = new EngineLog();
  private final Answering answering = new Answering(log);
  private final Attendance attendance = new Attendance(System::nanoTime);
  private final PredictionMemory memory = new PredictionMemory();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final EngineFolder folder;
  private final ContentStore contents;
  private final JobBook book;
  private final JobQueue jobs;
  private final Activity activity;
  private final EvaluationDesk evaluations;
  private final NetworkDesk networks;
  private final ModelShelf shelf;
  private final Deliveries deliveries;
  private final PredictionDesk predictions;
  private final ClickDesk clicks;
  private final Introduction introduction;

  private Engine(EngineFolder folder, ModelLibrary library, Settings settings) throws IOException {
    this.folder = folder;
    DiskFloor floor = new DiskFloor(folder.contents(), settings.floorBytes());
    JobBook book = JobBook.open(folder.jobs(), log);
    JobModels results = new JobModels(book);
    this.contents =
        new ContentStore(folder.contents(), settings.quotaBytes(), floor, () -> inUse(book));
    this.book = book;
    this.shelf = new ModelShelf(library, contents, results);
    this.deliveries = new Deliveries(contents, shelf);
    FineTuning fineTuning = new FineTuning(contents, shelf::find, floor, settings.plan());
    QuickFitting quickFitting = new QuickFitting(contents, shelf::find, floor);
    this.jobs =
        new JobQueue(
            book, Map.of(JobKind.FINE_TUNE, fineTuning, JobKind.QUICK_FIT, quickFitting), log);
    this.activity = new Activity(book);
    this.predictions =
        new PredictionDesk(shelf, new SentImages(folder.incoming()), memory, activity, answering);
    this.clicks = new ClickDesk(shelf, activity, answering);
    this.evaluations = new EvaluationDesk(shelf, contents, activity, answering);
    this.networks = new NetworkDesk(shelf, contents, folder.incoming(), activity, answering);
    this.introduction = new Introduction(settings.quotaBytes());
  }

  private Set<String> inUse(JobBook book) {
    return JobRequests.contentsInUse(book, contents, log);
  }

  /**
   * What a person may choose.
   *
   * @param quotaBytes how much may be sent to this engine
   * @param floorBytes how much of the disk stays free
   * @param plan what trainings are like
   */
  record Settings(long quotaBytes, long floorBytes, TrainingPlan plan) {}

  /** An engine that works in this folder, which no other one may have. */
  static Engine open(EngineFolder folder, ModelLibrary library, Settings settings)
      throws IOException {
    Engine engine = new Engine(folder, library, settings);
    engine.jobs.start();
    return engine;
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

  ClickDesk clicks() {
    return clicks;
  }

  EvaluationDesk evaluations() {
    return evaluations;
  }

  NetworkDesk networks() {
    return networks;
  }

  JobBook book() {
    return book;
  }

  JobQueue jobs() {
    return jobs;
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
    jobs.close();
    evaluations.close();
    networks.close();
    predictions.close();
    clicks.close();
    folder.close();
  }
}
