package org.maskwright.network.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileFloats;
import org.maskwright.network.weights.FloatSource;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.StridedFloats;
import org.maskwright.network.weights.Strides;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Archive;
import org.maskwright.network.weights.torch.Form.Place;
import org.maskwright.network.weights.torch.Pickled.View;

/** A file of {@code torch.save}: storages, and a pickle that says what is where in them. */
public final class TorchFile implements TensorFile {

  public static final List<String> EXTENSIONS = List.of(".pth", ".pt");

  private static final int BEGINNING = 64;

  private final Form form;
  private final String name;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private TorchFile(Form form) throws IOException {
    this.form = form;
    this.name = String.valueOf(form.path().getFileName());
    read();
  }

  /** Whether a zip is one of torch's. */
  public static boolean recognises(Archive archive) {
    return ZipForm.folder(archive).isPresent();
  }

  /** Whether a file that begins so is one of torch's from before its zips. */
  public static boolean recognises(byte[] beginning) {
    return RowForm.beginsLike(beginning);
  }

  public static TorchFile open(Path path) throws IOException {
    return Opened.read(form(path), TorchFile::new);
  }

  private static Form form(Path path) throws IOException {
    byte[] beginning;
    try (InputStream in = Files.newInputStream(path)) {
      beginning = in.readNBytes(BEGINNING);
    }
    if (recognises(beginning)) {
      return RowForm.open(path);
    }
    if (new String(beginning, StandardCharsets.ISO_8859_1).startsWith("PK")) {
      return ZipForm.open(path);
    }
    throw DataException.of(
        WeightsProblem.NO_WEIGHTS,
        String.valueOf(path.getFileName()),
        "no file that torch.save writes",
        "Download it again, or save the state_dict() of the network with torch.save.");
  }

  private void read() throws IOException {
    for (Map.Entry<String, View> entry : StateDict.of(name, form.root()).entrySet()) {
      tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue()));
    }
  }

  private Tensor tensor(String tensor, View view) throws IOException {
    if (!view.shape().isReasonable()) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, name, "\"" + tensor + "\" has the shape " + view.shape());
    }
    Place place = form.place(view.storage());
    long count = place.count();
    if (view.storage().count() != count) {
      throw damaged(
          tensor, "should lie in " + view.storage().count() + " numbers where there are " + count);
    }
    if (view.steps().size() != view.shape().axes()) {
      throw damaged(tensor, "has the shape " + view.shape() + " and the strides " + view.steps());
    }
    Strides strides = new Strides(view.shape(), view.steps());
    if (view.offset() < 0 || view.offset() > count || !strides.fitInto(count - view.offset())) {
      throw damaged(
          tensor,
          "does not lie in its storage: offset "
              + view.offset()
              + ", shape "
              + view.shape()
              + ", strides "
              + view.steps());
    }
    return new Tensor(tensor, view.shape(), source(tensor, view, place, strides));
  }

  private FloatSource source(String tensor, View view, Place place, Strides strides) {
    TensorType type = view.storage().type();
    if (!type.isReal()) {
      return FloatSource.notReal(name, tensor, type);
    }
    if (strides.areContiguous()) {
      return new FileFloats(place.bytes(), place.offset() + view.offset() * type.bytes(), type);
    }
    FloatSource storage = new FileFloats(place.bytes(), place.offset(), type);
    return new StridedFloats(storage, view.offset(), strides);
  }

  private DataException damaged(String tensor, String why) {
    return DataException.of(WeightsProblem.DAMAGED, name, "\"" + tensor + "\" " + why);
  }

  @Override
  public Path path() {
    return form.path();
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    form.close();
  }
}
