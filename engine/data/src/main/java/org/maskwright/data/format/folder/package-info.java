/** Plain folders of masks, with a list of what their values or colours mean. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.folder;
