package org.maskwright.network.server.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.wire.Job;

/** The models that jobs have made, by their hashes. */
public final class JobModels {

  private static final String BEST = "best" + ModelFile.EXTENSION;

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
}
