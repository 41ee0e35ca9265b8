package org.maskwright.data.edit;

import java.io.IOException;

/** Lends the documents of a project's images, also those that a person has open. */
public interface ProjectDocuments {

  MaskDocument open(String image) throws IOException;

  /** Takes a document back: saved and closed, unless somebody else has it open too. */
  void release(String image, MaskDocument document) throws IOException;
}
