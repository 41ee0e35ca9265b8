package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.project.Project;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.protocol.client.Content;

/**
 * The model that a project works with, to be sent: an engine on another machine, or a new one, may
 * not have it.
 */
public final class PromotedModel {

  private PromotedModel() {}

  /** Empty if none was promoted, or its file is gone. */
  public static Optional<Content> of(Project project) throws IOException {
    Promotions promotions = new Promotions(project);
    Optional<Decision> now = promotions.current();
    Optional<Path> kept =
        now.map(decision -> promotions.file(decision.model())).filter(Files::exists);
    return kept.isPresent() ? Optional.of(Content.of(kept.get())) : Optional.empty();
  }
}
