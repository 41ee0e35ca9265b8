package org.maskwright.network.weights;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a file of weights. */
public enum WeightsProblem implements ProblemCode {
  TRUNCATED("{0} ends at byte {1}, in the middle of its data. Download or copy it again."),
  DAMAGED("{0} cannot be read: {1}. Download or copy it again."),
  OVER_LIMIT("{0} is refused: {1}. No real network needs that; get the file from its makers."),
  NOT_REAL("{0}: \"{1}\" holds {2} values, which are no weights. Convert it to 32-bit floats."),
  NOT_FINITE("{0}: \"{1}\" holds values that are not finite numbers. Its training went wrong."),
  FILE_MISSING("There is no file {0}. Check how its path is spelt."),
  FORMAT_UNKNOWN("{0} is no file of weights that can be read. Those end in {1}."),
  MISNAMED("{0} is {1}, whatever its name says. Rename it so that it ends in {2}."),
  NO_WEIGHTS("{0} is {1}. {2}"),
  COMPRESSED("{0}: \"{1}\" in it is compressed, which torch.save never does. Save it with that."),
  PICKLED_MORE(
      "{0} is refused: at byte {1} of its pickle it asks for {2}, which no tensor needs."
          + " Save the state_dict() of the network alone, or as .safetensors."),
  HDF5_UNUSUAL(
      "{0} is HDF5 in a way that is not read: {1}."
          + " Save it again as Keras does, or as .safetensors."),
  OTHER_GRAPH(
      "{0} {1}. Of the networks of Deeplearning4j only VGG16 and VGG19 of its zoo are read."),
  NOT_UNPACKED(
      "{0} has to be unpacked to be read, and {1} does not take that: {2}. Make room there, or name"
          + " another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER."),
  NO_TENSORS("{0} holds no tensors by name. Save the state_dict() of the network."),
  NAMES_UNKNOWN("{0}: no known network names its weights like this ({1}). Known are: {2}."),
  OTHER_NETWORK("{0} is {1}."),
  OTHER_TRUNK("{0} holds the weights of {1}, not of {2}. Choose the other network for it."),
  INPUT_UNKNOWN(
      "{0} states its input as \"{1}\", which is not understood."
          + " State it as in \"RGB, x/127.5-1\" or \"BGR minus (104,117,123)\"."),
  NO_LIVE_NORM(
      "{0} ({1}) has no batch normalisation that can stay live. Import it without that option."),
  MISMATCH("{0} does not fit {1}. Nothing was loaded.{2}"),
  OTHER_SHAPE(
      "{0} and {1} are networks of different shape or for different classes."
          + " Only a model and what was trained from it can be blended."),
  LABELS_COUNT("{0} scores {1} classes, and {2} were named. Name as many, or none."),
  NEWER(
      "{0} was written by a newer Maskwright (format {1}; this one reads up to {2})."
          + " Update Maskwright to use it."),
  NOT_A_MODEL("{0} is no Maskwright model: {1}."),
  CHANGED("{0} is not what its name says: its content has changed. Copy or import it again."),
  NAME_BAD("A model cannot be called \"{0}\". A name has 1 to {1} printable characters."),
  NOT_FOUND("There is no model \"{0}\". \"models list\" shows the ones there are.");

  private final String english;

  WeightsProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
