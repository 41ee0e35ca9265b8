/** The .safetensors format, read as hostile and written reproducibly. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.weights.safetensors;
