package org.maskwright.data.image;

import java.io.IOException;
import org.maskwright.data.task.Progress;

/** Decodes one stored image, in pieces as large as its format asks for and no larger. */
interface Decoder extends AutoCloseable {

  Layout layout();

  /** Hands over all pieces of the image. Each pixel comes once. */
  void decode(Sink sink, Progress progress) throws IOException;

  /** Takes pieces as they come. */
  @FunctionalInterface
  interface Sink {
    void accept(SampleBlock block) throws IOException;
  }

  @Override
  void close();
}
