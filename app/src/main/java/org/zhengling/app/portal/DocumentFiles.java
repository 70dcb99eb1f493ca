package org.zhengling.app.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.formats.akn.AkomaNtoso;
import org.zhengling.formats.json.GazetteJson;
import org.zhengling.platform.clauses.Library;

/**
 * A published document for other programs: the JSON and the XML of {@code ./zl gazette read}, of
 * the edition that was confirmed and published.
 */
@Controller
class DocumentFiles {
  private final Library library;

  DocumentFiles(Library library) {
    this.library = library;
  }

  @GetMapping("/documents/{number}.json")
  ResponseEntity<byte[]> json(@PathVariable String number) {
    return file(number + ".json", MediaType.APPLICATION_JSON, GazetteJson.write(published(number)));
  }

  @GetMapping("/documents/{number}.xml")
  ResponseEntity<byte[]> xml(@PathVariable String number) {
    return file(number + ".xml", MediaType.APPLICATION_XML, AkomaNtoso.write(published(number)));
  }

  private Gazette published(String number) {
    return new Gazette(List.of(library.reading(number)), List.of(), List.of());
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
