package org.maskwright.data.image.geo;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.tiff.TiffDirectory;
import org.maskwright.data.image.tiff.TiffTag;

/**
 * The tags of GeoTIFF.
 *
 * @param epsg the number of the coordinate system in the register of the EPSG, if it has one
 * @param keys the key directory as numbers between spaces
 * @param texts the texts that keys point at
 */
record GeoTags(@Nullable WorldFile world, @Nullable Integer epsg, String keys, String texts) {

  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC = 2048;
  private static final int PROJECTED = 3072;
  private static final int PIXEL_IS_POINT = 2;
  private static final int USER_DEFINED = 32_767;

  static GeoTags read(TiffDirectory tags) throws IOException {
    long[] keys = tags.numbers(TiffTag.GEO_KEYS);
    boolean point = key(keys, RASTER_TYPE) == PIXEL_IS_POINT;
    WorldFile corner = corner(tags);
    WorldFile world = corner == null || point ? corner : centre(corner);
    String numbers = Arrays.stream(keys).mapToObj(Long::toString).collect(Collectors.joining(" "));
    String texts = tags.text(TiffTag.GEO_TEXTS);
    return new GeoTags(
        world != null && world.isFinite() ? world : null,
        epsg(keys),
        numbers,
        texts == null ? "" : texts);
  }

  private static @Nullable Integer epsg(long[] keys) {
    long projected = key(keys, PROJECTED);
    long code = projected > 0 ? projected : key(keys, GEOGRAPHIC);
    return code > 0 && code < USER_DEFINED ? Integer.valueOf((int) code) : null;
  }

  /** The value of a key that holds its value itself; 0 if there is none. */
  private static long key(long[] keys, int wanted) {
    for (int at = 4; at + 3 < keys.length; at += 4) {
      if (keys[at] == wanted && keys[at + 1] == 0) {
        return keys[at + 3];
      }
    }
    return 0;
  }

  private static @Nullable WorldFile corner(TiffDirectory tags) throws IOException {
    double[] matrix = tags.reals(TiffTag.GEO_TRANSFORMATION);
    if (matrix.length >= 8) {
      return new WorldFile(matrix[0], matrix[4], matrix[1], matrix[5], matrix[3], matrix[7]);
    }
    double[] scale = tags.reals(TiffTag.GEO_PIXEL_SCALE);
    double[] tie = tags.reals(TiffTag.GEO_TIEPOINTS);
    if (scale.length < 2 || tie.length < 6) {
      return null;
    }
    return new WorldFile(
        scale[0], 0, 0, -scale[1], tie[3] - tie[0] * scale[0], tie[4] + tie[1] * scale[1]);
  }

  /** From a pixel's upper left corner, where GeoTIFF measures, to its centre. */
  private static WorldFile centre(WorldFile corner) {
    return new WorldFile(
        corner.xByColumn(),
        corner.yByColumn(),
        corner.xByRow(),
        corner.yByRow(),
        corner.x() + (corner.xByColumn() + corner.xByRow()) / 2,
        corner.y() + (corner.yByColumn() + corner.yByRow()) / 2);
  }
}
