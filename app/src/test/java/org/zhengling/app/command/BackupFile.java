package org.zhengling.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A backup taken apart, changed by somebody and packed again. */
record BackupFile(Map<String, byte[]> entries) {
  static final String MANIFEST = "manifest.tsv";

  static BackupFile of(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      return new BackupFile(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Lines of the manifest that begin with one of these words. */
  List<String> lines(String... words) {
    return text(MANIFEST)
        .lines()
        .filter(line -> Arrays.asList(words).contains(line.split("\t", 2)[0]))
        .toList();
  }

  BackupFile with(String name, String text) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.put(name, text.getBytes(StandardCharsets.UTF_8));
    return new BackupFile(changed);
  }

  BackupFile without(String name) {
    Map<String, byte[]> changed = new LinkedHashMap<>(entries);
    changed.remove(name);
    return new BackupFile(changed);
  }

  /** A forger who knows the form puts the digest of the manifest right again. */
  BackupFile withManifest(String text) {
    String body = text.substring(0, text.lastIndexOf("sm3\t"));
    return with(MANIFEST, body + "sm3\t" + sm3(body) + "\n");
  }

  static String sm3(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return HexFormat.of().formatHex(result);
  }

  Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
