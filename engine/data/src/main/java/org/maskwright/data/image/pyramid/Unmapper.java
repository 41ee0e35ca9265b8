package org.maskwright.data.image.pyramid;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gives mapped memory back at once. Java 17 has no public way to do so and leaves one open for
 * programs that need it, as data bases written in Java do. Where it is gone, the garbage collector
 * gives the memory back later, and nothing else changes.
 */
final class Unmapper {

  private static final @Nullable MethodHandle CLEANER = find();

  private Unmapper() {}

  private static @Nullable MethodHandle find() {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field instance = type.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return MethodHandles.lookup()
          .findVirtual(type, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
          .bindTo(instance.get(null));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Nobody may touch the buffer afterwards. */
  static void unmap(MappedByteBuffer buffer) {
    if (CLEANER == null) {
      return;
    }
    try {
      CLEANER.invoke(buffer);
    } catch (Throwable e) {
      throw new IllegalStateException("a mapped tile cannot be given back", e);
    }
  }
}
