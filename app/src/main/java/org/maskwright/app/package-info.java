/** The program with the window: it starts here and is put together here. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app;
