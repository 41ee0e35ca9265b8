package org.maskwright.data.image.header;

import java.util.List;
import java.util.Locale;

/** The formats that can be opened, recognised by content; names only help to find candidates. */
public enum ImageFormat {
  JPEG("jpg jpeg jpe jfif", "jgw jpgw jpegw"),
  PNG("png", "pgw pngw"),
  TIFF("tif tiff", "tfw tifw tiffw"),
  BMP("bmp dib", "bpw bmpw"),
  WEBP("webp", "wpw webpw"),
  GIF("gif", "gfw gifw");

  private final String extensions;
  private final String worldFileExtensions;

  ImageFormat(String extensions, String worldFileExtensions) {
    this.extensions = extensions;
    this.worldFileExtensions = worldFileExtensions;
  }

  /** What world files beside such an image are called, the customary name first. */
  public List<String> worldFileExtensions() {
    return List.of(worldFileExtensions.split(" ", -1));
  }

  /** True if a file of this name is worth opening when a folder is searched for images. */
  public static boolean isImageName(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (List.of(format.extensions.split(" ", -1)).contains(extension)) {
        return true;
      }
    }
    return false;
  }
}
