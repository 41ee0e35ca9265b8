package org.maskwright.app.tool;

import java.io.IOException;
import java.util.List;
import org.maskwright.app.canvas.Pointer;

/** What the pointer does on an image. */
public interface Tool {

  void pressed(Pointer pointer) throws IOException;

  void dragged(Pointer pointer) throws IOException;

  void released(Pointer pointer) throws IOException;

  /** Gives up what is half done, such as the stroke in the making. */
  void cancel() throws IOException;

  /** True while something is half done. */
  boolean isPending();

  /** The line drawn so far, for tools that fill it in the end. */
  default List<Pointer> outline() {
    return List.of();
  }
}
