/** Questions to the person, behind an interface that a test can answer. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.dialog;
