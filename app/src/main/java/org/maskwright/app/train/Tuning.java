package org.maskwright.app.train;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maskwright.protocol.wire.TrainingChoices;
import org.maskwright.protocol.wire.WhenClosed;

/** How a training goes, for those who want to say so; a beginner leaves it as it is. */
public final class Tuning {

  private static final int EPOCHS = 10;
  private static final int BATCH = 4;
  private static final int CROP = 321;
  private static final int CHECKPOINT_UPDATES = 50;

  private final IntegerProperty epochs = new SimpleIntegerProperty(EPOCHS);
  private final IntegerProperty batch = new SimpleIntegerProperty(BATCH);
  private final IntegerProperty crop = new SimpleIntegerProperty(CROP);
  private final DoubleProperty pace = new SimpleDoubleProperty(1);
  private final BooleanProperty trunk = new SimpleBooleanProperty(true);
  private final DoubleProperty teacher = new SimpleDoubleProperty();
  private final DoubleProperty rare = new SimpleDoubleProperty();
  private final StringProperty replay = new SimpleStringProperty("");
  private final DoubleProperty scale = new SimpleDoubleProperty();
  private final DoubleProperty side = new SimpleDoubleProperty();
  private final BooleanProperty goOn = new SimpleBooleanProperty(true);

  public IntegerProperty epochsProperty() {
    return epochs;
  }

  public IntegerProperty batchProperty() {
    return batch;
  }

  /** The side of the squares that are cut from images. */
  public IntegerProperty cropProperty() {
    return crop;
  }

  /** How much faster than usual everything learns. */
  public DoubleProperty paceProperty() {
    return pace;
  }

  /** Whether the trunk learns, too. */
  public BooleanProperty trunkProperty() {
    return trunk;
  }

  /** How much the start model's opinion counts against forgetting, from 0 to 1. */
  public DoubleProperty teacherProperty() {
    return teacher;
  }

  /** How strongly images of rare classes are preferred, from 0 to 1. */
  public DoubleProperty rareProperty() {
    return rare;
  }

  /** A project whose images are learned again, so that they are not forgotten; or nothing. */
  public StringProperty replayProperty() {
    return replay;
  }

  /** How much images are enlarged for the network; 0 for as the model has it. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  /** The longest side that the network is shown, in pixels; 0 for as the model has it. */
  public DoubleProperty sideProperty() {
    return side;
  }

  /** Whether the training goes on when the window is closed. */
  public BooleanProperty goOnProperty() {
    return goOn;
  }

  WhenClosed whenClosed() {
    return goOn.get() ? WhenClosed.KEEP_RUNNING : WhenClosed.PAUSE;
  }

  TrainingChoices choices() {
    // The rates of the command line; a person only says how much faster or slower.
    double factor = pace.get();
    TrainingChoices.Builder choices =
        TrainingChoices.newBuilder()
            .setEpochs(epochs.get())
            .setBatch(batch.get())
            .setCrop(crop.get())
            .setTrunkRate(trunk.get() ? 2e-5 * factor : 0)
            .setHeadRate(5e-5 * factor)
            .setSkipRate(1e-3 * factor)
            .setTeacher(teacher.get())
            .setRareImages(rare.get())
            .setCheckpointUpdates(CHECKPOINT_UPDATES);
    if (scale.get() > 0) {
      choices.setWorkingScale(scale.get());
    }
    if (side.get() > 0) {
      choices.setWorkingSide((int) side.get());
    }
    return choices.build();
  }
}
