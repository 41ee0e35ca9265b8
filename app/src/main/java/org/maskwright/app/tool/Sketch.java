package org.maskwright.app.tool;

import java.util.List;

/**
 * What a tool draws over the image besides areas.
 *
 * @param closed true if the line's end is joined to its start
 * @param handles places that can be taken hold of
 */
public record Sketch(List<Spot> line, boolean closed, List<Spot> handles) {

  public static final Sketch NONE = new Sketch(List.of(), false, List.of());

  public Sketch {
    line = List.copyOf(line);
    handles = List.copyOf(handles);
  }
}
