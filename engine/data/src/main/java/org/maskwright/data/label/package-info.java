/** Classes, masks and what their values mean. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.label;
