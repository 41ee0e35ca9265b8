package org.maskwright.app.keys;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that a key can do, with the keys it has at first. The ids are stored: never change.
 */
public enum Command {
  BRUSH("B"),
  ERASER("E"),
  POLYGON("P"),
  WAND("W"),
  LASSO("L"),
  FILL("G"),
  PICK_CLASS("I"),
  SUPERPIXEL("U"),
  CLICK_SEGMENT("S"),
  ACCEPT_REGION("K"),
  ACCEPT("ENTER"),
  CANCEL("ESCAPE"),
  DONE_AND_NEXT("Ctrl+ENTER"),
  PAN("SPACE"),
  ZOOM("Z"),
  FIT("Ctrl+DIGIT0"),
  FULL_SIZE("Ctrl+DIGIT1"),
  SMALLER_BRUSH("OPEN_BRACKET"),
  LARGER_BRUSH("CLOSE_BRACKET"),
  UNDO("Ctrl+Z"),
  REDO("Ctrl+Shift+Z Ctrl+Y"),
  NEXT_IMAGE("D PAGE_DOWN"),
  PREVIOUS_IMAGE("A PAGE_UP"),
  SWAP_BACKGROUND("X"),
  LAST_CLASS("Q"),
  TOGGLE_OVERLAY("V"),
  CLASS_FILTER("DIGIT0"),
  CLASS_1("DIGIT1"),
  CLASS_2("DIGIT2"),
  CLASS_3("DIGIT3"),
  CLASS_4("DIGIT4"),
  CLASS_5("DIGIT5"),
  CLASS_6("DIGIT6"),
  CLASS_7("DIGIT7"),
  CLASS_8("DIGIT8"),
  CLASS_9("DIGIT9"),
  SAVE("Ctrl+S"),
  FINE_TUNE("Ctrl+T"),
  SETTINGS("Ctrl+COMMA"),
  EXPORT("Ctrl+E"),
  IMPORT("Ctrl+I"),
  VALIDATE("F8"),
  REVIEW("R"),
  RETURN_IMAGE("N"),
  FIND_IMAGE("Ctrl+F"),
  SCISSORS("T"),
  VOID_BORDER("O"),
  SPLIT("Y"),
  BACK("BACK_SPACE"),
  REGION_COMMANDS("M"),
  SOLO_CLASS("F"),
  PROVENANCE("Shift+V"),
  OUTLINE("Shift+O"),
  HATCHING("H"),
  ZOOM_OUT("Shift+Z"),
  ACCEPT_ALL("Shift+K"),
  ACCEPT_CLASS("Ctrl+K"),
  MODEL_CLASSES("Ctrl+Shift+K"),
  QUEUE("J"),
  ACCEPT_MANY("Ctrl+J"),
  FLIP_VARIANT("C"),
  NEXT_SOURCE("Shift+C"),
  PANES("F2"),
  SWIPE("F3"),
  NEXT_LAYER("F4"),
  SHOW_PROPOSAL("Shift+P"),
  REFINE("F6");

  private final String defaults;

  /** A command whose keys are separated by spaces. */
  Command(String defaults) {
    this.defaults = defaults;
  }

  public List<Shortcut> defaults() {
    return Arrays.stream(defaults.split(" ")).map(Shortcut::parse).toList();
  }

  /** The number of a class key, 1 to 9; 0 for every other command. */
  public int slot() {
    String prefix = "CLASS_";
    return name().matches(prefix + "\\d") ? name().charAt(prefix.length()) - '0' : 0;
  }

  /** The key of its name in the resource bundles. */
  public String textKey() {
    return "command." + name();
  }
}
