/** Clicked objects: asks the engine's model for clicks where there is one. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.click;
