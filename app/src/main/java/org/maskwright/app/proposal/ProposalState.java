package org.maskwright.app.proposal;

import java.util.Optional;
import org.maskwright.app.text.Texts;

/**
 * Whether there is a proposal for the image on show, and if not, why not.
 *
 * @param reason what went wrong, if something did
 */
public record ProposalState(Kind kind, Optional<Exception> reason) {

  /** What there can be. */
  public enum Kind {
    /** There is no image to predict. */
    NOTHING,
    ENGINE_STARTING,
    ENGINE_LOST,
    /** The engine has no model that could be asked. */
    NO_MODEL,
    /** A model is judged by this image, so nobody is to see beforehand what it says. */
    HOLD_OUT,
    PREDICTING,
    /** The proposal is there. */
    READY,
    FAILED
  }

  static ProposalState of(Kind kind) {
    return new ProposalState(kind, Optional.empty());
  }

  static ProposalState failed(Exception reason) {
    return new ProposalState(Kind.FAILED, Optional.of(reason));
  }

  /** What a person should know over the image; nothing while all is well. */
  public String text(Texts texts) {
    return switch (kind) {
      case NOTHING, READY -> "";
      case FAILED -> texts.get("proposal.FAILED", reason.map(texts::reason).orElse(""));
      default -> texts.get("proposal." + kind);
    };
  }
}
