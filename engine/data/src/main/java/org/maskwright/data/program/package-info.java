/** The program itself: which version it is and which folders of the user's it keeps things in. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.program;
