package org.maskwright.app.main;

import org.maskwright.app.classes.ClassesViewModel;
import org.maskwright.app.compare.EditorViewModel;
import org.maskwright.app.project.CurtainViewModel;
import org.maskwright.app.project.ImageListViewModel;
import org.maskwright.app.review.ProgressViewModel;
import org.maskwright.app.review.ReviewViewModel;
import org.maskwright.app.validate.ValidateViewModel;

/** What there is to show and to do while a project is open. */
public record WorkModels(
    ImageListViewModel images,
    EditorViewModel editor,
    ClassesViewModel classes,
    ValidateViewModel checks,
    CurtainViewModel curtain,
    ProgressViewModel progress,
    ReviewViewModel review,
    EngineModels engine,
    ProposalModels proposed) {

  /** Ends what runs and listens; the project is left. */
  public void close() {
    classes.close();
    checks.close();
    proposed.close();
    engine.train().close();
  }
}
