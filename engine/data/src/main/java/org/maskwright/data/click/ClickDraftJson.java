package org.maskwright.data.click;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.click.ClickDraft.Seed;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.SchemaVersion;

/** Drafts as files; read as hostile. */
final class ClickDraftJson {

  private static final int SCHEMA = 1;
  private static final int MAX_CLICKS = 10_000;
  private static final int MAX_NAME = 8192;

  /** No image is longer. */
  private static final int MAX_SIDE = 1 << 20;

  private ClickDraftJson() {}

  static ObjectNode write(ImageId image, ClickDraft draft) {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA).put("image", image.toString());
    ArrayNode clicks = json.putArray("clicks");
    for (Click click : draft.clicks()) {
      clicks.addObject().put("x", click.x()).put("y", click.y()).put("object", click.positive());
    }
    draft
        .hint()
        .ifPresent(
            box ->
                json.putObject("box")
                    .put("x", box.x())
                    .put("y", box.y())
                    .put("width", box.width())
                    .put("height", box.height()));
    draft
        .seed()
        .ifPresent(
            seed ->
                json.putObject("region")
                    .put("x", seed.x())
                    .put("y", seed.y())
                    .put("label", seed.label()));
    json.put("seconds", draft.seconds());
    return json;
  }

  /** Reads a draft, if it is this image's. */
  static Optional<ClickDraft> read(ImageId image, JsonObject json) throws DataException {
    SchemaVersion.check(json, SCHEMA);
    if (!json.text("image", MAX_NAME).equals(image.toString())) {
      return Optional.empty();
    }
    List<Click> clicks = new ArrayList<>();
    for (JsonObject click : json.objects("clicks", MAX_CLICKS)) {
      clicks.add(new Click(place(click, "x"), place(click, "y"), click.flag("object")));
    }
    Optional<Region> hint =
        json.has("box") ? Optional.of(box(json.object("box"))) : Optional.empty();
    Optional<Seed> seed =
        json.has("region") ? Optional.of(seed(json.object("region"))) : Optional.empty();
    return Optional.of(new ClickDraft(clicks, hint, seed, Math.max(0, json.number("seconds"))));
  }

  private static Region box(JsonObject json) throws DataException {
    int width = (int) json.integer("width", 1, MAX_SIDE);
    int height = (int) json.integer("height", 1, MAX_SIDE);
    // A box may reach over the image's edges.
    int x = (int) json.integer("x", -MAX_SIDE, MAX_SIDE);
    return new Region(x, (int) json.integer("y", -MAX_SIDE, MAX_SIDE), width, height);
  }

  private static Seed seed(JsonObject json) throws DataException {
    int label = (int) json.integer("label", 0, LabelMask.IGNORE - 1);
    return new Seed(place(json, "x"), place(json, "y"), label);
  }

  private static int place(JsonObject json, String key) throws DataException {
    return (int) json.integer(key, 0, MAX_SIDE);
  }
}
