package org.maskwright.app.proposal;

import java.util.Optional;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

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

  /** The engine is gone for good, for this reason. */
  static ProposalState lost(Optional<Problem> why) {
    return new ProposalState(Kind.ENGINE_LOST, why.map(DataException::new));
  }

  static ProposalState failed(Exception reason) {
    return new ProposalState(Kind.FAILED, Optional.of(reason));
  }

  /** What a person should know over the image; nothing while all is well. */
  public String text(Texts texts) {
    return switch (kind) {
      case NOTHING, READY -> "";
      case ENGINE_LOST ->
          reason
              .map(why -> texts.get("proposal.ENGINE_LOST") + " " + texts.reason(why))
              .orElseGet(() -> texts.get("proposal.ENGINE_LOST"));
      case FAILED -> texts.get("proposal.FAILED", reason.map(texts::reason).orElse(""));
      default -> texts.get("proposal." + kind);
    };
  }
}
