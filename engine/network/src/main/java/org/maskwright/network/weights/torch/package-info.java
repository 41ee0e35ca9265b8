/** PyTorch's state dicts, whose pickle is read as a list of tensors and never run as a program. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.torch;
