/** Changing a mask: strokes, undo and redo, saving and recovery. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.edit;
