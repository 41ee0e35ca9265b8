package org.maskwright.network.weights.naming;

/**
 * What a person decides about a network that a file has only the trunk of.
 *
 * @param classes how many classes the new scores have
 * @param headChannels channels of fc6 and fc7 where fewer than in the file are wanted, or 0
 */
public record ImportChoices(int classes, int headChannels) {}
