/** Which images are learned from and which are asked in the examination. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.dataset;
