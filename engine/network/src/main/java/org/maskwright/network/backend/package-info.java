/** What computes: the processor and its instructions, or a graphics card, and libnd4j on them. */
@org.jspecify.annotations.NullMarked
package org.maskwright.network.backend;
