package org.maskwright.app.main;

import org.maskwright.app.compare.EngineSignViewModel;
import org.maskwright.app.train.TrainViewModel;

/** What the engine is seen by, and what it is taught. */
public record EngineModels(EngineSignViewModel sign, TrainViewModel train) {}
