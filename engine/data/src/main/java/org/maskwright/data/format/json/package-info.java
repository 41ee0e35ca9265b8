/** JSON from other programs: read as a stream, token by token, within limits. */
@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.json;
