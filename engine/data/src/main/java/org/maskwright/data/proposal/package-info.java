/** What a model proposes for a project's images, and how it becomes a part of their masks. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.proposal;
