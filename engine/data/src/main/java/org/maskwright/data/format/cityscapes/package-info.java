/** Cityscapes: ids by name, one list for everybody. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.cityscapes;
