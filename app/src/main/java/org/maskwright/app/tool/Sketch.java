package org.maskwright.app.tool;

import java.util.List;
import java.util.Optional;

/**
 * What a tool draws over the image besides areas.
 *
 * @param closed true if the line's end is joined to its start
 * @param handles places that can be taken hold of
 * @param marks places of which something was said
 * @param tag what stands at the pointer
 */
public record Sketch(
    List<Spot> line, boolean closed, List<Spot> handles, List<Mark> marks, Optional<Tag> tag) {

  public static final Sketch NONE = new Sketch(List.of(), false, List.of());

  public Sketch {
    line = List.copyOf(line);
    handles = List.copyOf(handles);
    marks = List.copyOf(marks);
  }

  public Sketch(List<Spot> line, boolean closed, List<Spot> handles) {
    this(line, closed, handles, List.of(), Optional.empty());
  }

  /** A place that belongs to something, or does not. */
  public record Mark(Spot spot, boolean positive) {}

  /**
   * A few words.
   *
   * @param textKey of the words, which may name the class
   */
  public record Tag(String textKey, String className) {}
}
