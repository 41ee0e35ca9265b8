@org.jspecify.annotations.NullMarked
package org.maskwright.data.format.cityscapes;
