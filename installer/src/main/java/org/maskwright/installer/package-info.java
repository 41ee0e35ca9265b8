/** Packs the program that the build has laid out into what people install. */
@org.jspecify.annotations.NullMarked
package org.maskwright.installer;
