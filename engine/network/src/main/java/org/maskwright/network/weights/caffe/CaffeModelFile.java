package org.maskwright.network.weights.caffe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;

/**
 * A .caffemodel file, in the layer format of today and the one before. A layer's first blob is
 * called {@code layer.weight}, its second {@code layer.bias}, any other {@code layer.2} and so on.
 */
public final class CaffeModelFile implements TensorFile {

  public static final String EXTENSION = ".caffemodel";

  // Field numbers of NetParameter, LayerParameter and V1LayerParameter in caffe.proto.
  private static final int NET_NAME = 1;
  private static final int LEGACY_LAYERS = 2;
  private static final int LAYERS = 100;
  private static final int LAYER_NAME = 1;
  private static final int LAYER_BLOBS = 7;
  private static final int LEGACY_LAYER_NAME = 4;
  private static final int LEGACY_LAYER_BLOBS = 6;

  private static final int MAX_LAYERS = 5_000;
  private static final int MAX_BLOBS = 16;

  private final FileBytes bytes;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private int layers;

  private CaffeModelFile(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    readNet(new WireCursor(bytes));
  }

  public static CaffeModelFile open(Path path) throws IOException {
    return Opened.read(FileBytes.open(path), CaffeModelFile::new);
  }

  private void readNet(WireCursor cursor) throws IOException {
    while (cursor.nextField()) {
      if (cursor.at(LAYERS, WireCursor.BYTES)) {
        readLayer(cursor, LAYER_NAME, LAYER_BLOBS);
      } else if (cursor.at(LEGACY_LAYERS, WireCursor.BYTES)) {
        readLayer(cursor, LEGACY_LAYER_NAME, LEGACY_LAYER_BLOBS);
      } else if (cursor.at(NET_NAME, WireCursor.BYTES)) {
        metadata.put("name", cursor.text());
      } else {
        cursor.skipField();
      }
    }
    if (tensors.isEmpty()) {
      throw cursor.damaged("it holds no layer with weights");
    }
  }

  private void readLayer(WireCursor cursor, int nameField, int blobsField) throws IOException {
    if (++layers > MAX_LAYERS) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, bytes.name(), "it has more than " + MAX_LAYERS + " layers");
    }
    long outer = cursor.enter();
    String name = "";
    List<Blob> blobs = new ArrayList<>();
    while (cursor.nextField()) {
      if (cursor.at(nameField, WireCursor.BYTES)) {
        name = cursor.text();
      } else if (cursor.at(blobsField, WireCursor.BYTES) && blobs.size() < MAX_BLOBS) {
        long layer = cursor.enter();
        blobs.add(Blob.read(bytes, cursor));
        cursor.leave(layer);
      } else {
        cursor.skipField();
      }
    }
    cursor.leave(outer);
    for (int i = 0; i < blobs.size(); i++) {
      add(cursor, name + "." + blobName(i), blobs.get(i));
    }
  }

  private static String blobName(int index) {
    return switch (index) {
      case 0 -> "weight";
      case 1 -> "bias";
      default -> String.valueOf(index);
    };
  }

  private void add(WireCursor cursor, String name, Blob blob) throws IOException {
    if (tensors.put(name, new Tensor(name, blob.shape(), blob.numbers())) != null) {
      throw cursor.damaged("there are two layers of the name \"" + name + "\"");
    }
  }

  @Override
  public Path path() {
    return bytes.path();
  }

  @Override
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
