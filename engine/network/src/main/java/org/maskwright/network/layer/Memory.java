package org.maskwright.network.layer;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a kernel's arrays live: in DL4J's workspaces, uninitialised, row by row. */
public final class Memory {

  private final LayerWorkspaceMgr workspaces;
  private final DataType type;

  Memory(LayerWorkspaceMgr workspaces, DataType type) {
    this.workspaces = workspaces;
    this.type = type;
  }

  /** An array that lives until its readers are done. */
  public INDArray activation(long... shape) {
    return workspaces.createUninitialized(ArrayType.ACTIVATIONS, type, shape, 'c');
  }

  /** A gradient that lives until the kernels before this one are done. */
  public INDArray gradient(long... shape) {
    return workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, type, shape, 'c');
  }

  /** An array that lives until this forward pass returns. */
  public INDArray forwardScratch(long... shape) {
    return workspaces.createUninitialized(ArrayType.FF_WORKING_MEM, type, shape, 'c');
  }

  /** An array that lives until this backward pass returns. */
  public INDArray scratch(long... shape) {
    return workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, type, shape, 'c');
  }
}
