package org.maskwright.data.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The few things that decide what survives a power cut. Whatever must be durable is written through
 * this interface, so that a test can put a disk behind it that forgets what was not synced.
 */
public interface Disk {

  /** Opens a new file for writing; a file of that name is emptied. */
  Output create(Path path) throws IOException;

  /** Opens a file for writing at its end, creating it if it is not there. */
  Output append(Path path) throws IOException;

  /** The whole content of a file. */
  byte[] read(Path path) throws IOException;

  /** Opens a file for reading anywhere in it. */
  Input open(Path path) throws IOException;

  boolean exists(Path path);

  /** The length of a file, which a reader of hostile files asks for first. */
  default long size(Path path) throws IOException {
    return read(path).length;
  }

  /** Gives a file another name, replacing what is there, in one step. */
  void replace(Path from, Path to) throws IOException;

  void deleteIfExists(Path path) throws IOException;

  /** Creates a folder and its parents, all of which would survive a power cut. */
  void createFolders(Path folder) throws IOException;

  /** Makes names that were created, replaced or deleted in a folder durable. */
  void syncFolder(Path folder) throws IOException;

  /** A file open for reading. */
  interface Input extends Closeable {

    /** Fills the buffer from this place on, or as far as the file goes. */
    void read(ByteBuffer into, long position) throws IOException;

    long size() throws IOException;
  }

  /** A file open for writing. */
  interface Output extends Closeable {

    /** Hands all bytes to the operating system before it returns. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when all bytes so far would survive a power cut. */
    void sync() throws IOException;

    void truncate(long size) throws IOException;

    long size() throws IOException;
  }
}
