/** The engine as the window knows it: started, watched, asked. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.engine;
