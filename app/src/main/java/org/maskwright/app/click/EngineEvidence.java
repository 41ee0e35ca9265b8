package org.maskwright.app.click;

import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.data.click.Evidence;
import org.maskwright.data.metric.Click;
import org.maskwright.protocol.Planes;
import org.maskwright.protocol.wire.ImagePixels;
import org.maskwright.protocol.wire.SeeObjectRequest;

/** What a model for clicks makes of a crop, asked of the engine; fails if that does not answer. */
final class EngineEvidence implements Evidence {

  private static final float MOST = 255;

  private final SharedEngine engine;
  private final String model;

  EngineEvidence(SharedEngine engine, String model) {
    this.engine = engine;
    this.model = model;
  }

  @Override
  public float[] probabilities(View view) {
    try {
      byte[] plane =
          Planes.unpack(
              engine.now().seeObject(request(view)).getProbabilities(), view.crop().pixels());
      float[] probabilities = new float[plane.length];
      for (int i = 0; i < plane.length; i++) {
        probabilities[i] = (plane[i] & 0xFF) / MOST;
      }
      return probabilities;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SeeObjectRequest request(View view) throws IOException {
    SeeObjectRequest.Builder request =
        SeeObjectRequest.newBuilder()
            .setModel(model)
            .setCrop(
                ImagePixels.newBuilder()
                    .setWidth(view.crop().width())
                    .setHeight(view.crop().height())
                    .setRgb(UnsafeByteOperations.unsafeWrap(bytes(view.colours(), 1))))
            .setPrevious(Planes.pack(bytes(view.previous(), MOST)));
    for (Click click : view.clicks()) {
      request.addClicks(
          SeeObjectRequest.Click.newBuilder()
              .setX(click.x())
              .setY(click.y())
              .setPositive(click.positive()));
    }
    return request.build();
  }

  private static byte[] bytes(float[] numbers, float scale) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(numbers[i] * scale);
    }
    return bytes;
  }
}
