package org.maskwright.network.server.job;

import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.TrainingSettings;
import org.maskwright.protocol.wire.TrainingChoices;

/** Makes settings of what a window chose; what it left open is as on the command line. */
@FunctionalInterface
public interface TrainingPlan {

  /** The settings, or the reason why there are none like that. */
  TrainingSettings settings(TrainingChoices choices) throws DataException;
}
