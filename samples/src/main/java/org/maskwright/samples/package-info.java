/** Sample pictures with exact truth, drawn from seeds. */
@org.jspecify.annotations.NullMarked
package org.maskwright.samples;
