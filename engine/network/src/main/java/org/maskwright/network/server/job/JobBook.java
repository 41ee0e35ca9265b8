package org.maskwright.network.server.job;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.call.EngineLog;
import org.maskwright.network.server.call.Listeners;
import org.maskwright.protocol.wire.Job;

/** All jobs, in memory and each in a folder of its own: what a killed engine knows afterwards. */
public final class JobBook {

  private static final String RECORD = "job.bin";
  private static final long MAX_BYTES = 1 << 20;

  private final Path folder;
  private final Listeners listeners = new Listeners();
  private final Map<String, Job> jobs = new TreeMap<>();

  private JobBook(Path folder) {
    this.folder = folder;
  }

  /** The jobs in a folder; one whose record cannot be read is left alone, and named. */
  public static JobBook open(Path folder, EngineLog log) throws IOException {
    Files.createDirectories(folder);
    JobBook book = new JobBook(folder);
    List<Path> folders;
    try (Stream<Path> found = Files.list(folder)) {
      folders = found.filter(Files::isDirectory).toList();
    }
    for (Path each : folders) {
      book.read(each, log);
    }
    return book;
  }

  private void read(Path each, EngineLog log) throws IOException {
    Path record = each.resolve(RECORD);
    if (!Files.exists(record) || Files.size(record) > MAX_BYTES) {
      log.say("The job in " + each + " has no record and is left alone");
      return;
    }
    try {
      Job job = Job.parseFrom(Files.readAllBytes(record));
      if (job.getRequest().getId().equals(String.valueOf(each.getFileName()))) {
        jobs.put(job.getRequest().getId(), job);
      }
    } catch (InvalidProtocolBufferException e) {
      log.failure("The job in " + each + " cannot be read and is left alone", e);
    }
  }

  /** Calls back whenever any job changes. */
  public Listeners listeners() {
    return listeners;
  }

  public synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  public Job get(String id) throws DataException {
    return find(id)
        .orElseThrow(
            () ->
                DataException.of(JobProblem.UNKNOWN, id.length() > 64 ? id.substring(0, 64) : id));
  }

  /** All of them, the oldest first. */
  public synchronized List<Job> list() {
    List<Job> list = new ArrayList<>(jobs.values());
    list.sort(Comparator.comparingLong(Job::getSubmitted));
    return list;
  }

  /** Where a job's files are. */
  public Path folder(Job job) {
    return folder.resolve(job.getRequest().getId());
  }

  /** Takes note of what survives a crash. */
  void put(Job job) throws IOException {
    Job stamped = job.toBuilder().setChanged(System.currentTimeMillis()).build();
    synchronized (this) {
      RealDisk.INSTANCE.createFolders(folder(job));
      AtomicFile.write(RealDisk.INSTANCE, folder(job).resolve(RECORD), stamped.toByteArray());
      jobs.put(job.getRequest().getId(), stamped);
    }
    listeners.tell();
  }

  /** Takes note of what need not survive one. */
  void mention(Job job) {
    synchronized (this) {
      jobs.replace(job.getRequest().getId(), job);
    }
    listeners.tell();
  }

  /** Forgets a job and deletes its files, the record first. */
  void remove(Job job) throws IOException {
    synchronized (this) {
      jobs.remove(job.getRequest().getId());
      Files.deleteIfExists(folder(job).resolve(RECORD));
      List<Path> files;
      try (Stream<Path> found = Files.walk(folder(job))) {
        files = found.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    listeners.tell();
  }
}
