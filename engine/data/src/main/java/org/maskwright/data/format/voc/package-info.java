/** Pascal VOC: indexed masks, object masks and lists of names. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.voc;
