package org.maskwright.network.weights.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zips of a graph by hand, in the form of long ago, and such as no program writes. */
final class Dl4jWriter {

  private Dl4jWriter() {}

  /** A graph in the JSON of before 1.0, with single quotes: kinds are names around things. */
  static String chain(String... namesAndLayers) {
    StringBuilder reads = new StringBuilder();
    StringBuilder vertices = new StringBuilder();
    String before = "input_1";
    for (int i = 0; i < namesAndLayers.length; i += 2) {
      String name = namesAndLayers[i];
      String comma = i == 0 ? "" : ",";
      reads.append(comma).append(String.format("'%s':['%s']", name, before));
      vertices.append(comma).append(String.format("'%s':%s", name, namesAndLayers[i + 1]));
      before = name;
    }
    return "{'networkInputs':['input_1'],'vertexInputs':{"
        + reads
        + "},'vertices':{"
        + vertices
        + "}}";
  }

  static String convolution(long inputs, long outputs, long side) {
    return vertex(
        String.format(
            "'convolution':{'nin':%d,'nout':%d,'kernelSize':[%d,%d]}", inputs, outputs, side, side),
        "null");
  }

  static String dense(long inputs, long outputs, String preProcessor) {
    return vertex(String.format("'dense':{'nin':%d,'nout':%d}", inputs, outputs), preProcessor);
  }

  static String vertex(String layer, String preProcessor) {
    return "{'LayerVertex':{'layerConf':{'layer':{"
        + layer
        + "}},'preProcessor':"
        + preProcessor
        + "}}";
  }

  /** The row of parameters as ND4J wrote it before 1.0. */
  static byte[] row(float... numbers) throws IOException {
    return row("JAVACPP", numbers.length, "FLOAT", numbers);
  }

  static byte[] row(String allocation, long length, String type, float... numbers)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("JAVACPP");
    out.writeInt(8);
    out.writeUTF("INT");
    for (int value : new int[] {2, 1, numbers.length, 1, 1, 0, 1, 'f'}) {
      out.writeInt(value);
    }
    out.writeUTF(allocation);
    if (allocation.equals("MIXED_DATA_TYPES")) {
      out.writeLong(length);
    } else {
      out.writeInt((int) length);
    }
    out.writeUTF(type);
    for (float number : numbers) {
      out.writeFloat(number);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String configuration, byte[] row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("configuration.json"));
      zip.write(configuration.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      zip.write(row);
    }
    return bytes.toByteArray();
  }
}
