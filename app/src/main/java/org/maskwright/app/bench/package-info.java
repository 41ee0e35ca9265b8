/**
 * Measures of what a person feels at the window; run from the command line, never by the window.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.bench;
