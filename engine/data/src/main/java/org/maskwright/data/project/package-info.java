/** Projects: which images there are, what was made of them, and where it all lies on disk. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.project;
