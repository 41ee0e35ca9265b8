package org.maskwright.app.proposal;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.protocol.wire.LabelClass;
import org.maskwright.protocol.wire.Model;

/**
 * A model that the engine has.
 *
 * @param hash of its file: its name in every call
 * @param name what a person calls it
 * @param workingScale how much an image is enlarged before the network sees it
 * @param workingSide the longest side that the network is shown, where larger images are made
 *     smaller; 0 for none
 * @param variants by label such as {@code 8s}, the coarsest first
 */
public record KnownModel(
    String hash,
    String name,
    double workingScale,
    int workingSide,
    List<String> variants,
    List<ModelClass> classes) {

  private static final int SHORT_HASH = 12;

  /** A class as the model knows it, with the colour (0xRRGGBB) that it is shown in. */
  public record ModelClass(String name, int rgb) {}

  public KnownModel {
    variants = List.copyOf(variants);
    classes = List.copyOf(classes);
  }

  /** As the engine lists it. */
  public static KnownModel of(Model model) {
    List<ModelClass> classes = new ArrayList<>();
    for (LabelClass label : model.getClassesList()) {
      classes.add(new ModelClass(label.getName(), label.getRgb()));
    }
    return new KnownModel(
        model.getHash(),
        model.getName(),
        model.getWorkingScale(),
        Math.max(0, model.getWorkingSide()),
        model.getVariantsList(),
        classes);
  }

  /** Whether it can say something about a whole image: others are broken or wait for clicks. */
  public static boolean predicts(Model model) {
    int classes = model.getClassesCount();
    return model.getProblem().isEmpty()
        && !model.getForClicks()
        && model.getVariantsCount() > 0
        && classes > 0
        && classes <= LabelScheme.MAX_CLASSES
        && model.getWorkingScale() > 0;
  }

  public List<String> classNames() {
    return classes.stream().map(ModelClass::name).toList();
  }

  /** What masks say about pixels that a variant proposed: readable, and never of another model. */
  String sourceName(String variant, boolean refined) {
    String plain = name + " " + variant + " " + hash.substring(0, SHORT_HASH);
    return refined ? plain + " CRF" : plain;
  }

  /** The variant with the finest scores. */
  public String finest() {
    return variants.get(variants.size() - 1);
  }
}
