/** What a person paints with: one class a tool, none of which knows the toolkit's scene. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.tool;
