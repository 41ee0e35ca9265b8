package org.maskwright.data.project;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a project, its folders and its files. */
public enum ProjectProblem implements ProblemCode {
  BAD_IMAGE_NAME("\"{0}\" cannot name an image here: {1}. Rename the file."),
  BAD_ROOT_NAME("\"{0}\" cannot name an image folder: {1}. Choose another name."),
  ROOT_TAKEN("There is already an image folder named \"{0}\". Choose another name."),
  UNKNOWN_ROOT("{0} has no image folder named \"{1}\"."),
  ROOT_MISSING("The image folder \"{0}\" is not at {1}. Say where it is now."),
  UNREADABLE("{0} cannot be looked at: {1}. Check who may read it."),
  NOT_A_FOLDER("{0} is not a folder. Choose a folder."),
  NOT_A_PROJECT("{0} holds no project. Open a folder with a project.json or a VOC folder."),
  ALREADY_A_PROJECT("{0} holds a project already. Open it instead of creating it."),
  TOO_NEW(
      "{0} was written by a newer Maskwright (format {1}; this one reads up to {2})."
          + " Update Maskwright to open it."),
  TOO_OLD("{0} has format {1}, which this Maskwright no longer reads. Open it with an older one."),
  READ_ONLY("{0} is open read-only: nothing was changed. Open it for writing first."),
  IN_USE(
      "{0} is open for writing by {1} on {2} (process {3}) since {4}."
          + " Open it read-only, or close it there first."),
  LEFT_LOCKED(
      "{0} was opened for writing by {1} on {2} (process {3}) on {4} and has not been heard of for"
          + " a while. Open it read-only, or break the lock if nobody works there any more."),
  LOCK_LOST("{0} was taken over by another program. Nothing was written; open it again."),
  NOT_WRITABLE("{0} cannot be written to ({1}). Open it read-only, or change who may write there."),
  INDEX_BROKEN("The index {0} cannot be used ({1}). It may be deleted: it is made anew."),
  SAME_NAME("{0} and another file differ only in how an accent is stored. Rename one of them."),
  NO_HOME(
      "{0} is a VOC folder, into which nothing is written unasked."
          + " Say where the project is to keep its own files."),
  SCHEME_SHRUNK("A scheme keeps its {0} classes; {1} were given. Retire or merge them instead."),
  WRONG_IMAGE("{0} describes \"{1}\", not \"{2}\". Move it away and look which is right."),
  CHANGED_OUTSIDE("The mask of {0} was changed by another program. Say which one counts."),
  BAD_PROVENANCE("{0} does not match its mask. Restore it from a copy."),
  NOT_ALLOWED("{0} is {1} and cannot become {2}."),
  IMAGE_LOCKED("{0} is {1}. Unlock it before its mask is changed."),
  MASK_SIZE(
      "The mask of {0} has {1} x {2} pixels, its image {3} x {4}."
          + " Look which of the two is the wrong file."),
  COPY_LOST("Our copy of the mask of {0} is lost. Take the one that is there, or restore it.");

  private final String english;

  ProjectProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
