/** Looks for slips in all masks of a project, leads to them and repairs what can be repaired. */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.validate;
