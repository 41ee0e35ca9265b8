package org.maskwright.network.weights.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Bytes;
import org.maskwright.network.weights.WeightsProblem;

/** One file in a zip. What the zip says of its size is a claim; what comes out is counted. */
public final class Member implements Bytes {

  private final Archive archive;
  private final ZipFile zip;
  private final ZipEntry entry;

  Member(Archive archive, ZipFile zip, ZipEntry entry) {
    this.archive = archive;
    this.zip = zip;
    this.entry = entry;
  }

  public String name() {
    return entry.getName();
  }

  /** How long it is if it lies in the zip as it is; that much is there. */
  public long storedSize() throws DataException {
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw DataException.of(WeightsProblem.COMPRESSED, archive.name(), name());
    }
    return entry.getSize();
  }

  /** All of it, if that is no more than so many bytes. */
  public byte[] toBytes(int limit) throws IOException {
    try (InputStream content = open()) {
      byte[] bytes = content.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw DataException.of(
            WeightsProblem.OVER_LIMIT,
            archive.name(),
            "\"" + name() + "\" in it has more than " + limit + " bytes");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw Archive.damaged(archive.name(), e);
    }
  }

  /** What comes out of it, to be counted by whoever reads. */
  public InputStream open() throws IOException {
    return zip.getInputStream(entry);
  }

  @Override
  public void read(long position, ByteBuffer into) throws IOException {
    try (InputStream content = open()) {
      content.skipNBytes(position);
      byte[] bytes = content.readNBytes(into.remaining());
      if (bytes.length < into.remaining()) {
        throw DataException.of(WeightsProblem.TRUNCATED, archive.name(), position + bytes.length);
      }
      into.put(bytes);
    } catch (ZipException | EOFException e) {
      throw Archive.damaged(archive.name(), e);
    }
  }
}
