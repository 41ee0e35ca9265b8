package org.maskwright.protocol;

/** The numbers that both sides have to agree on. */
public final class Contract {

  /** Rises with every change that an older side would misunderstand. */
  public static final int NUMBER = 1;

  /** A larger message is refused before it is read. */
  public static final int MAX_MESSAGE_BYTES = 64 << 20;

  /** Contents travel in pieces of at most this size. */
  public static final int CHUNK_BYTES = 1 << 20;

  /** What an image may have to be predicted at once; larger ones are sent in parts or smaller. */
  public static final long MAX_IMAGE_PIXELS = 1 << 24;

  /** What a part of an image may have in which a clicked object is looked for. */
  public static final int MAX_CROP_PIXELS = 1 << 18;

  private Contract() {}
}
