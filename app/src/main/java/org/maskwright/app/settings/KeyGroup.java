package org.maskwright.app.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maskwright.app.keys.Command;

/** The headings under which commands are listed. */
enum KeyGroup {
  TOOLS,
  CLASSES,
  IMAGES,
  VIEW,
  EDITING,
  WINDOW;

  private static final Set<Command> VIEWS =
      EnumSet.of(
          Command.PAN,
          Command.ZOOM,
          Command.ZOOM_OUT,
          Command.FIT,
          Command.FULL_SIZE,
          Command.TOGGLE_OVERLAY,
          Command.PROVENANCE,
          Command.OUTLINE,
          Command.HATCHING,
          Command.FLIP_VARIANT,
          Command.NEXT_SOURCE,
          Command.PANES,
          Command.SWIPE,
          Command.NEXT_LAYER,
          Command.SHOW_PROPOSAL,
          Command.REFINE);

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
      case SETTINGS, EXPORT, IMPORT, VALIDATE, FINE_TUNE, SAVE -> WINDOW;
      default -> command.slot() > 0 ? CLASSES : VIEWS.contains(command) ? VIEW : EDITING;
    };
  }

  /** The key of its name in the resource bundles. */
  String textKey() {
    return "keys.group." + name();
  }
}
