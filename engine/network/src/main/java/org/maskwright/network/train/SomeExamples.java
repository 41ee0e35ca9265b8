package org.maskwright.network.train;

import java.io.IOException;
import org.maskwright.data.label.IndexedImage;

/** Some of many examples, evenly spread over them. */
public final class SomeExamples implements TrainingExamples {

  private final TrainingExamples all;
  private final int count;

  /**
   * @param most how many; all if there are not so many
   */
  public SomeExamples(TrainingExamples all, int most) {
    this.all = all;
    this.count = Math.min(most, all.size());
  }

  private int place(int index) {
    return (int) ((long) index * all.size() / count);
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public String name(int index) {
    return all.name(place(index));
  }

  @Override
  public Example load(int index) throws IOException {
    return all.load(place(index));
  }

  @Override
  public IndexedImage labels(int index) throws IOException {
    return all.labels(place(index));
  }

  @Override
  public byte[] judged(byte[] predicted) {
    return all.judged(predicted);
  }
}
