package org.maskwright.data.exchange;

import java.util.Optional;
import java.util.Set;
import org.maskwright.data.project.ImageId;

/**
 * What is decided for one export and not kept in its profile.
 *
 * @param replace whether an earlier export at the same place may be replaced
 * @param skipBroken whether to go on without the images that cannot be brought across
 * @param only the images to choose from; empty for all of the project
 */
public record ExportChoices(boolean replace, boolean skipBroken, Optional<Set<ImageId>> only) {

  public ExportChoices {
    only = only.map(Set::copyOf);
  }

  public ExportChoices(boolean replace, boolean skipBroken) {
    this(replace, skipBroken, Optional.empty());
  }
}
