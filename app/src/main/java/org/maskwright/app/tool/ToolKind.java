package org.maskwright.app.tool;

import java.util.Arrays;
import java.util.Optional;
import org.maskwright.app.keys.Command;

/** The tools to choose from. */
public enum ToolKind {
  BRUSH(Command.BRUSH),
  ERASER(Command.ERASER),
  CLICK_SEGMENT(Command.CLICK_SEGMENT),
  POLYGON(Command.POLYGON),
  LASSO(Command.LASSO),
  SCISSORS(Command.SCISSORS),
  FILL(Command.FILL),
  WAND(Command.WAND),
  SUPERPIXEL(Command.SUPERPIXEL),
  VOID_BORDER(Command.VOID_BORDER),
  SPLIT(Command.SPLIT),
  PICK_CLASS(Command.PICK_CLASS),
  ACCEPT_REGION(Command.ACCEPT_REGION);

  private final Command command;

  ToolKind(Command command) {
    this.command = command;
  }

  /** The tool that a key stands for, if it stands for one. */
  public static Optional<ToolKind> of(Command command) {
    return Arrays.stream(values()).filter(kind -> kind.command == command).findFirst();
  }

  public Command command() {
    return command;
  }

  /** True if the tool leaves a trail as wide as the brush. */
  public boolean isBrush() {
    return this == BRUSH || this == ERASER || this == VOID_BORDER;
  }
}
