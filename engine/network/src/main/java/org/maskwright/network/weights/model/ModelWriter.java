package org.maskwright.network.weights.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;
import org.maskwright.network.weights.safetensors.SafetensorsWriter.Entry;

/** Writes a model, atomically, always the same bytes for the same model. */
public final class ModelWriter {

  private final ModelDescription description;
  private final List<Entry> entries = new ArrayList<>();

  /** Looks at every weight once: a model with broken ones is not written. */
  public ModelWriter(ModelDescription description, FcnNetwork network, Precision precision)
      throws IOException {
    this.description = description;
    for (NamedParameter parameter : network.parameters()) {
      Survey survey = new Survey(parameter);
      if (!survey.isFinite()) {
        throw DataException.of(
            WeightsProblem.NOT_FINITE, description.card().name(), parameter.name());
      }
      boolean half = precision == Precision.HALF ? survey.fitsHalf() : survey.isHalf();
      entries.add(new Entry(tensor(parameter), half ? TensorType.F16 : TensorType.F32));
    }
  }

  /** Adds an array that the optimiser wants back when training goes on. */
  public ModelWriter withState(Tensor tensor) {
    Tensor renamed = tensor.renamed(ModelFile.STATE_PREFIX + tensor.name());
    entries.add(new Entry(renamed, TensorType.F32));
    return this;
  }

  /** Writes into a folder, under the content's hash. */
  public Path writeInto(Path folder) throws IOException {
    RealDisk.INSTANCE.createFolders(folder);
    Path incoming = folder.resolve(UUID.randomUUID() + ".incoming");
    MessageDigest digest = Sha256.digest();
    AtomicFile.write(
        RealDisk.INSTANCE, incoming, out -> writeTo(new DigestOutputStream(out, digest)));
    Path file = folder.resolve(Sha256.name(digest) + ModelFile.EXTENSION);
    RealDisk.INSTANCE.replace(incoming, file);
    RealDisk.INSTANCE.syncFolder(folder);
    return file;
  }

  /** Writes a file of that name, replacing what is there. */
  public void write(Path file) throws IOException {
    write(RealDisk.INSTANCE, file);
  }

  /** Writes a file of that name on some disk, replacing what is there. */
  public void write(Disk disk, Path file) throws IOException {
    AtomicFile.write(disk, file, this::writeTo);
  }

  private void writeTo(OutputStream out) throws IOException {
    SafetensorsWriter.write(
        Map.of(ModelFile.DESCRIPTION, DescriptionJson.write(description)), entries, out);
  }

  private static Tensor tensor(NamedParameter parameter) {
    return new Tensor(
        parameter.name(),
        new Shape(parameter.shape()),
        (from, target) -> {
          float[] block = new float[target.remaining()];
          parameter.read(from, block, block.length);
          target.put(block);
        });
  }
}
