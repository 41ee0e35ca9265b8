package org.maskwright.app.session;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.Recovery;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the masks up to date that a program died over, from their journals. */
final class AfterCrash {

  private static final Logger LOG = LoggerFactory.getLogger(AfterCrash.class);

  private final Project project;

  AfterCrash(Project project) {
    this.project = project;
  }

  /** What came back; nothing if the program before ended as it should. */
  List<SessionWatch.Recovered> recover(Progress progress) throws IOException {
    Optional<Instant> since = project.leftOpenSince();
    if (since.isEmpty()) {
      return List.of();
    }
    List<ImageId> images = project.images().entries().stream().map(ImageEntry::image).toList();
    List<SessionWatch.Recovered> found = new ArrayList<>();
    for (ImageId image : project.open().editedSince(since.get(), images)) {
      progress.checkCancelled();
      recover(image).ifPresent(found::add);
    }
    return found;
  }

  private Optional<SessionWatch.Recovered> recover(ImageId image) throws IOException {
    try {
      if (!project.masks().record(image).state().allowsEdits()) {
        return Optional.empty();
      }
      ImageHeader header = ImageProbe.header(project.roots().imageRef(image));
      try (MaskDocument document =
          project.open().open(image, header.width(), header.height(), JournalListener.NONE)) {
        document.save();
        Recovery recovery = document.recovery();
        boolean news = recovery.steps() > 0 || recovery.damaged();
        return news
            ? Optional.of(new SessionWatch.Recovered(image, recovery.steps(), recovery.damaged()))
            : Optional.empty();
      }
    } catch (DataException e) {
      // Whoever opens the image is told what is wrong with it; the others are still brought back.
      LOG.warn("{} was not looked at after the crash: {}", image, e.getMessage());
      return Optional.empty();
    }
  }
}
