package org.maskwright.app.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.region.PolygonFill;
import org.maskwright.data.region.Runs;

/**
 * Fills what the pointer was led around, once the button is released; with the right button it
 * makes that unlabelled.
 */
public final class LassoTool implements Tool {

  private final Paint.Source source;
  private final List<Pointer> line = new ArrayList<>();

  public LassoTool(Paint.Source source) {
    this.source = source;
  }

  @Override
  public void pressed(Pointer pointer) {
    line.clear();
    if (source.get().isPresent()) {
      line.add(pointer);
    }
  }

  @Override
  public void dragged(Pointer pointer) {
    if (isPending()) {
      line.add(pointer);
    }
  }

  @Override
  public void released(Pointer pointer) throws IOException {
    Optional<Paint> chosen = source.get();
    boolean pending = isPending();
    double[] xy = line.stream().flatMapToDouble(LassoTool::coordinates).toArray();
    line.clear();
    if (pending && chosen.isPresent()) {
      Paint paint = chosen.get();
      Runs area = PolygonFill.fill(xy, paint.document().mask().bounds());
      paint.fill(area, pointer.subtract());
    }
  }

  private static DoubleStream coordinates(Pointer pointer) {
    return DoubleStream.of(pointer.x(), pointer.y());
  }

  @Override
  public void cancel() {
    line.clear();
  }

  @Override
  public boolean isPending() {
    return !line.isEmpty();
  }

  @Override
  public List<Pointer> outline() {
    return List.copyOf(line);
  }
}
