package org.maskwright.data.proposal;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.project.ImageId;

/** Where the proposals for a project's images are. */
@FunctionalInterface
public interface ProposedMasks {

  /** What is proposed for an image; empty if it was not predicted, or changed since. */
  Optional<ProposedMask> of(ImageId image) throws IOException;
}
