package org.maskwright.data.dataset;

/**
 * How a split is drawn; the same recipe over the same images gives the same split.
 *
 * @param atLeast how many images of each class a split of the examination should have, if there are
 *     as many
 */
public record SplitRecipe(SplitShares shares, Grouping grouping, long seed, int atLeast) {}
