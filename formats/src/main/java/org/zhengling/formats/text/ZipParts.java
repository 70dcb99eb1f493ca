package org.zhengling.formats.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of an office file (a zip archive), unpacked within limits: so many parts, so many bytes
 * in all, and no part that grows out of proportion. Only XML parts are kept.
 */
final class ZipParts {
  static final int MOST_PARTS = 5_000;

  /** Bytes of all parts together, unpacked. */
  static final long LARGEST = 400L << 20;

  /** A part of text may grow this many times, once it is larger than {@link #RATIO_FROM}. */
  static final int HIGHEST_RATIO = 250;

  static final int RATIO_FROM = 8 << 20;

  private final Map<String, byte[]> xml = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private ZipParts() {}

  static ZipParts unpack(byte[] bytes) {
    ZipParts parts = new ZipParts();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long total = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (parts.names.size() == MOST_PARTS) {
          throw Unreadable.bomb("有几千个部件");
        }
        String name = entry.getName();
        parts.names.add(name);
        boolean kept = name.endsWith(".xml") || name.endsWith(".rels");
        total = parts.unpack(zip, entry, kept, total);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Unreadable.damaged("DOCX");
    }
    if (parts.names.isEmpty()) {
      throw Unreadable.damaged("DOCX");
    }
    return parts;
  }

  private long unpack(ZipInputStream zip, ZipEntry entry, boolean kept, long before)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    long size = 0;
    for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
      size += read;
      if (before + size > LARGEST) {
        throw Unreadable.bomb("超过 " + (LARGEST >> 20) + " MB");
      }
      if (kept) {
        content.write(piece, 0, read);
      }
    }
    zip.closeEntry();
    long packed = entry.getCompressedSize();
    if (size > RATIO_FROM && packed > 0 && size / packed > HIGHEST_RATIO) {
      throw Unreadable.bomb("大了 " + size / packed + " 倍");
    }
    if (kept) {
      xml.put(entry.getName(), content.toByteArray());
    }
    return before + size;
  }

  /** A part by its name inside the archive. */
  Optional<byte[]> part(String name) {
    return Optional.ofNullable(xml.get(name));
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean hasBelow(String folder) {
    return names.stream().anyMatch(name -> name.startsWith(folder));
  }
}
