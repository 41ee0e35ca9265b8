package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;

/** How images come along with an export, in the orientation in which their masks are. */
public interface ImageCopier {

  /** The images stay where they are. */
  ImageCopier NONE =
      new ImageCopier() {
        @Override
        public boolean copies() {
          return false;
        }

        @Override
        public String pathFor(DatasetItem item) {
          return item.path();
        }

        @Override
        public void copy(DatasetItem item, Path target) {}

        @Override
        public void copyWorldFile(DatasetItem item, Path mask) {}
      };

  /** True if images come along. */
  default boolean copies() {
    return true;
  }

  /** The path as which the image comes along: its ending changes if it has to be written anew. */
  String pathFor(DatasetItem item) throws IOException;

  void copy(DatasetItem item, Path target) throws IOException;

  /** Puts where on earth the image lies beside its mask, if that is known. */
  void copyWorldFile(DatasetItem item, Path mask) throws IOException;
}
