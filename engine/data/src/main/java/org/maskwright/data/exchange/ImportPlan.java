package org.maskwright.data.exchange;

import java.util.Map;
import org.maskwright.data.project.ImageState;

/**
 * How to import.
 *
 * @param formatId the format's name, which stays with every pixel as where it came from
 * @param classes what the source's classes are called here; classes not named keep their names
 * @param proposals whether the masks come in as proposals, which never replace what a person made
 * @param existing what happens to images that have labels already
 * @param state what the images are afterwards; proposals are always proposed
 * @param skipBroken whether to go on without the images that cannot be brought across
 */
public record ImportPlan(
    String formatId,
    Map<String, String> classes,
    boolean proposals,
    Existing existing,
    ImageState state,
    boolean skipBroken) {

  /** For {@link #classes}: the pixels of this class are void. */
  public static final String VOID = "void";

  /** What happens to labels that are there already. */
  public enum Existing {
    /** Nothing is imported. */
    REFUSE,
    /** They stay, and the image is left out. */
    KEEP,
    /** The imported ones take their place. */
    REPLACE
  }

  public ImportPlan {
    classes = Map.copyOf(classes);
  }

  public static ImportPlan of(String formatId) {
    return new ImportPlan(formatId, Map.of(), false, Existing.REFUSE, ImageState.READY, false);
  }

  public ImportPlan asProposals() {
    return new ImportPlan(formatId, classes, true, existing, state, skipBroken);
  }

  public ImportPlan with(Existing choice) {
    return new ImportPlan(formatId, classes, proposals, choice, state, skipBroken);
  }

  public ImportPlan with(Map<String, String> names) {
    return new ImportPlan(formatId, names, proposals, existing, state, skipBroken);
  }

  public ImportPlan skippingBroken() {
    return new ImportPlan(formatId, classes, proposals, existing, state, true);
  }
}
