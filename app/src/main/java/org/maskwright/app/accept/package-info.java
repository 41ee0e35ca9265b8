/** Taking what a model proposes into masks, and what its classes are in the project. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.accept;
