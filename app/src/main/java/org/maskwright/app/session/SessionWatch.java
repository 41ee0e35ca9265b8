package org.maskwright.app.session;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;

/** Hears on the window's thread what a person should be told about the open project. */
public interface SessionWatch {

  /** Something did not work. */
  void failed(Exception reason);

  /** Strokes are not where they belong; empty once all of them are. */
  void trouble(Optional<Problem> problem);

  /** Strokes that had not reached their masks' files were brought back. */
  void recovered(List<Recovered> found);

  /**
   * What came back for one image.
   *
   * @param steps strokes, undos and redos
   * @param damaged true if a part of the history cannot be read any more
   */
  record Recovered(ImageId image, long steps, boolean damaged) {}
}
