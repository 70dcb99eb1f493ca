package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What surveyors saw at the home.
 *
 * @param id made by the device of the surveyors: sent twice, it is one survey
 * @param surveyors by name, two at least
 * @param found what they saw, Chinese
 * @param photos digests (SM3) of pictures among the papers of the case
 */
public record Survey(
    UUID id, LocalDate on, List<String> surveyors, String found, List<String> photos) {
  public Survey {
    surveyors = List.copyOf(surveyors);
    photos = List.copyOf(photos);
  }
}
