package org.maskwright.data.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.ProvenanceTable;

/** A mask in three plain files, each replaced for itself, the one with the stamp last. */
final class PlainMaskFile implements MaskFile {

  private final Disk disk;
  private final Path folder;
  private final int width;
  private final int height;

  PlainMaskFile(Disk disk, Path folder, int width, int height) {
    this.disk = disk;
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  Path labels() {
    return folder.resolve("labels");
  }

  private Path provenance() {
    return folder.resolve("provenance");
  }

  private Path state() {
    return folder.resolve("state");
  }

  @Override
  public Loaded load() throws IOException {
    if (!disk.exists(labels())) {
      return new Loaded(new LabelMask(width, height), Optional.empty());
    }
    byte[] codes = new byte[width * height];
    List<Provenance> table = List.of();
    if (disk.exists(provenance())) {
      byte[] content = disk.read(provenance());
      codes = Arrays.copyOf(content, codes.length);
      table =
          new String(content, codes.length, content.length - codes.length, StandardCharsets.UTF_8)
              .lines()
              .map(PlainMaskFile::entry)
              .toList();
    }
    LabelMask mask =
        new LabelMask(width, height, disk.read(labels()), codes, new ProvenanceTable(table));
    if (!disk.exists(state())) {
      return new Loaded(mask, Optional.empty());
    }
    String stamp = new String(disk.read(state()), StandardCharsets.UTF_8);
    return new Loaded(mask, Optional.of(SaveStamp.parse(stamp)));
  }

  private static Provenance entry(String line) {
    String[] parts = line.split(" ", 2);
    Provenance.Kind kind =
        Arrays.stream(Provenance.Kind.values())
            .filter(k -> k.id().equals(parts[0]))
            .findFirst()
            .orElseThrow();
    return new Provenance(kind, parts[1]);
  }

  @Override
  public void save(LabelMask mask, SaveStamp stamp) throws IOException {
    disk.createFolders(folder);
    AtomicFile.write(disk, labels(), mask.labels());
    AtomicFile.write(
        disk,
        provenance(),
        out -> {
          out.write(mask.provenanceCodes());
          for (Provenance entry : mask.provenances().afterNone()) {
            String line = entry.kind().id() + ' ' + entry.detail() + '\n';
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        });
    AtomicFile.write(disk, state(), stamp.toString().getBytes(StandardCharsets.UTF_8));
  }
}
