package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Counts what a project over a folder would show, before there is one. Nothing is written. */
public final class PhotoSurvey {

  private static final String PHASE = "survey";

  private final Path folder;
  private volatile Count soFar = new Count(0, 0, 0, false);

  public PhotoSurvey(Path folder) {
    this.folder = folder;
  }

  /**
   * What was found.
   *
   * @param photos files that can be opened
   * @param pages images in them: more than the photos where files have several pages
   * @param unreadable files that are named like images and are none
   * @param whole true once all of the folder was seen
   */
  public record Count(long photos, long pages, long unreadable, boolean whole) {

    private Count with(int more) {
      return new Count(photos + 1, pages + more, unreadable, false);
    }

    private Count withUnreadable() {
      return new Count(photos, pages, unreadable + 1, false);
    }
  }

  /** What was found until now; on any thread. */
  public Count soFar() {
    return soFar;
  }

  /** Looks through the folder. It opens each file, but reads no more of it than its header. */
  public Count run(Progress progress) throws IOException {
    ImageScan.Result scan = ImageScan.scan(new ImageRoot("photos", folder), progress);
    Count count = new Count(0, 0, scan.problems().size(), false);
    long done = 0;
    for (FoundImage found : scan.images()) {
      progress.checkCancelled();
      count = look(folder.resolve(found.image().path()), count);
      soFar = count;
      progress.report(PHASE, ++done, scan.images().size());
    }
    soFar = new Count(count.photos(), count.pages(), count.unreadable(), true);
    return soFar;
  }

  private static Count look(Path file, Count count) throws IOException {
    try {
      return count.with(ImageProbe.pages(file).size());
    } catch (DataException e) {
      return count.withUnreadable();
    }
  }
}
