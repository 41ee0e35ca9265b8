/**
 * What models say about images: asked for, kept, and shared by everything that shows or takes it.
 */
@org.jspecify.annotations.NullMarked
package org.maskwright.app.proposal;
