/** Durable writes. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.io;
