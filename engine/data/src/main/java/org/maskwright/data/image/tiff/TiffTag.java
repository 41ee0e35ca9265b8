package org.maskwright.data.image.tiff;

/** The numbers of the tags that matter here. */
public final class TiffTag {

  public static final int SUBFILE_TYPE = 254;
  public static final int WIDTH = 256;
  public static final int HEIGHT = 257;
  public static final int BITS_PER_SAMPLE = 258;
  public static final int COMPRESSION = 259;
  public static final int PHOTOMETRIC = 262;
  public static final int FILL_ORDER = 266;
  public static final int STRIP_OFFSETS = 273;
  public static final int ORIENTATION = 274;
  public static final int SAMPLES_PER_PIXEL = 277;
  public static final int ROWS_PER_STRIP = 278;
  public static final int STRIP_BYTE_COUNTS = 279;
  public static final int PLANAR = 284;
  public static final int T4_OPTIONS = 292;
  public static final int T6_OPTIONS = 293;
  public static final int PREDICTOR = 317;
  public static final int COLOR_MAP = 320;
  public static final int TILE_WIDTH = 322;
  public static final int TILE_HEIGHT = 323;
  public static final int TILE_OFFSETS = 324;
  public static final int TILE_BYTE_COUNTS = 325;
  public static final int EXTRA_SAMPLES = 338;
  public static final int SAMPLE_FORMAT = 339;
  public static final int JPEG_TABLES = 347;
  public static final int YCBCR_COEFFICIENTS = 529;
  public static final int YCBCR_SUBSAMPLING = 530;
  public static final int YCBCR_POSITIONING = 531;
  public static final int REFERENCE_BLACK_WHITE = 532;
  public static final int GEO_PIXEL_SCALE = 33550;
  public static final int GEO_TIEPOINTS = 33922;
  public static final int GEO_TRANSFORMATION = 34264;
  public static final int GEO_KEYS = 34735;
  public static final int GEO_REALS = 34736;
  public static final int GEO_TEXTS = 34737;
  public static final int GDAL_NODATA = 42113;

  private TiffTag() {}
}
