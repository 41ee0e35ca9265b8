package org.maskwright.data.label;

/**
 * Where a pixel's label came from: the kind of hand that set it, and which one.
 *
 * @param detail the model's id, the import's name; empty where the kind says all
 */
public record Provenance(Kind kind, String detail) {

  /** A pixel that nobody decided. */
  public static final Provenance NONE = new Provenance(Kind.NONE, "");

  /** What set a pixel. The ids are written to files: append, never reorder. */
  public enum Kind {
    NONE("none"),
    BRUSH("brush"),
    FILL("fill"),
    CLICK("click"),
    COMMAND("command"),
    IMPORT("import"),
    MODEL("model");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in files. */
    public String id() {
      return id;
    }
  }

  public static Provenance of(Kind kind) {
    return new Provenance(kind, "");
  }

  public static Provenance model(String modelId) {
    return new Provenance(Kind.MODEL, modelId);
  }

  /** True if a person decided the pixel; an import counts as a person. */
  public boolean isHuman() {
    return kind != Kind.NONE && kind != Kind.MODEL;
  }
}
