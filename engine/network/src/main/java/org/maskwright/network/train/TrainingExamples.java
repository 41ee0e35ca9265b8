package org.maskwright.network.train;

import java.io.IOException;
import org.maskwright.data.label.IndexedImage;

/** Labelled images that are read one by one, so that their number does not matter for memory. */
public interface TrainingExamples {

  int size();

  /** What to call an example in a message. */
  String name(int index);

  /** Reads an image and its labels; called from several threads. */
  Example load(int index) throws IOException;

  /** Reads the labels alone, which lie as the image does. */
  IndexedImage labels(int index) throws IOException;

  /** A prediction as these labels are numbered: several classes of a model may be one of theirs. */
  default byte[] judged(byte[] predicted) {
    return predicted;
  }
}
