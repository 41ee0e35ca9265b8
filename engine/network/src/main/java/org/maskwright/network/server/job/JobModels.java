package org.maskwright.network.server.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobState;

/** The models that jobs have made, by their hashes. */
public final class JobModels {

  static final String BEST = "best" + ModelFile.EXTENSION;

  private final JobBook book;

  public JobModels(JobBook book) {
    this.book = book;
  }

  public Optional<Path> find(String hash) {
    for (Job job : book.list()) {
      Path best = book.folder(job).resolve(BEST);
      if (!hash.isEmpty() && job.getResult().equals(hash) && Files.isRegularFile(best)) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  /** The models of jobs that are done, by their hashes; the newest first. */
  public Map<String, Path> done() {
    Map<String, Path> models = new LinkedHashMap<>();
    List<Job> jobs = new ArrayList<>(book.list());
    Collections.reverse(jobs);
    for (Job job : jobs) {
      if (job.getState() == JobState.DONE) {
        find(job.getResult()).ifPresent(file -> models.putIfAbsent(job.getResult(), file));
      }
    }
    return models;
  }
}
