package org.maskwright.network.weights.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes pickles instruction by instruction, sensible ones and others. */
final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleWriter() {
    op(0x80, 2);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  int position() {
    return out.size();
  }

  /** Instructions, and numbers of one byte. */
  PickleWriter op(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    op('X').int32(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  PickleWriter global(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** As Python does: the shortest instruction for it. */
  PickleWriter number(long value) {
    if (value >= 0 && value < 256) {
      return op('K', (int) value);
    }
    if (value >= 0 && value < 65536) {
      return op('M', (int) value & 0xFF, (int) value >> 8);
    }
    if (value == (int) value) {
      return op('J').int32((int) value);
    }
    op(0x8a, 8);
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  PickleWriter real(double value) {
    op('G');
    out.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
    return this;
  }

  PickleWriter int32(int value) {
    return op(value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF, value >>> 24);
  }

  private PickleWriter numbers(List<Long> values) {
    op('(');
    for (long value : values) {
      number(value);
    }
    return op('t');
  }

  /** An empty OrderedDict. */
  PickleWriter orderedDict() {
    return global("collections", "OrderedDict").op(')', 'R');
  }

  /** A text as Python 2 wrote it. */
  PickleWriter oldText(String text) {
    op('U', text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** A storage of floats, with what came behind its length in old files. */
  PickleWriter oldStorage(String key, long count, int... rest) {
    op('(').oldText("storage").global("torch", "FloatStorage").oldText(key).oldText("cpu");
    return number(count).op(rest).op('t', 'Q');
  }

  /** A tensor that is a view of a storage. */
  PickleWriter tensor(TorchWriter.View view) {
    global("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").global("torch", view.storageClass()).text(view.key()).text("cpu");
    number(view.count()).op('t', 'Q');
    number(view.offset()).numbers(view.sizes()).numbers(view.strides());
    return op(0x89).orderedDict().op('t', 'R');
  }
}
