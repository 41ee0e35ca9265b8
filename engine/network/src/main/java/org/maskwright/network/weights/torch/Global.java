package org.maskwright.network.weights.torch;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.weights.TensorType;

/** Every name that a pickle may use. None of them is looked up anywhere but here. */
enum Global {
  ORDERED_DICT("collections.OrderedDict", null),
  REBUILD_TENSOR("torch._utils._rebuild_tensor_v2", null),
  REBUILD_OLD_TENSOR("torch._utils._rebuild_tensor", null),
  PARAMETER("torch.nn.parameter.Parameter", null),
  REBUILD_PARAMETER("torch._utils._rebuild_parameter", null),
  FLOAT("torch.FloatStorage", TensorType.F32),
  HALF("torch.HalfStorage", TensorType.F16),
  BFLOAT16("torch.BFloat16Storage", TensorType.BF16),
  DOUBLE("torch.DoubleStorage", TensorType.F64),
  LONG("torch.LongStorage", TensorType.I64),
  INT("torch.IntStorage", TensorType.I32),
  SHORT("torch.ShortStorage", TensorType.I16),
  CHAR("torch.CharStorage", TensorType.I8),
  BYTE("torch.ByteStorage", TensorType.U8),
  BOOL("torch.BoolStorage", TensorType.BOOL);

  private final String qualified;
  private final @Nullable TensorType type;

  Global(String qualified, @Nullable TensorType type) {
    this.qualified = qualified;
    this.type = type;
  }

  static Optional<Global> of(String qualified) {
    return Stream.of(values()).filter(g -> g.qualified.equals(qualified)).findFirst();
  }

  /** What the numbers of a storage of this class are. */
  Optional<TensorType> type() {
    return Optional.ofNullable(type);
  }
}
