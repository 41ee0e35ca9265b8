package org.maskwright.app.settings;

import java.util.Arrays;
import java.util.List;
import org.maskwright.app.keys.Command;

/** The headings under which commands are listed. */
enum KeyGroup {
  TOOLS,
  CLASSES,
  IMAGES,
  VIEW,
  EDITING,
  WINDOW;

  /** The commands of the group, in the order in which they were invented. */
  List<Command> commands() {
    return Arrays.stream(Command.values()).filter(command -> of(command) == this).toList();
  }

  private static KeyGroup of(Command command) {
    return switch (command) {
      case BRUSH,
          ERASER,
          POLYGON,
          WAND,
          LASSO,
          FILL,
          PICK_CLASS,
          SUPERPIXEL,
          CLICK_SEGMENT,
          SCISSORS,
          VOID_BORDER,
          SPLIT,
          ACCEPT_REGION,
          SMALLER_BRUSH,
          LARGER_BRUSH ->
          TOOLS;
      case SWAP_BACKGROUND, LAST_CLASS, CLASS_FILTER, SOLO_CLASS -> CLASSES;
      case NEXT_IMAGE, PREVIOUS_IMAGE, DONE_AND_NEXT, REVIEW, RETURN_IMAGE, FIND_IMAGE, QUEUE ->
          IMAGES;
      case PAN, ZOOM, ZOOM_OUT, FIT, FULL_SIZE, TOGGLE_OVERLAY, PROVENANCE, OUTLINE, HATCHING ->
          VIEW;
      case SETTINGS, EXPORT, IMPORT, VALIDATE, FINE_TUNE, SAVE -> WINDOW;
      default -> command.slot() > 0 ? CLASSES : EDITING;
    };
  }

  /** The key of its name in the resource bundles. */
  String textKey() {
    return "keys.group." + name();
  }
}
