/** Every word that the window says, in the languages it speaks. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.text;
