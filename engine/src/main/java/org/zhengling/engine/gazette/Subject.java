package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Units named by the grammar of a sentence: 甲会同乙…, 由甲牵头, 甲负责, 甲每季度…, 由甲、乙等组成.
 *
 * @param confidence how sure the reading is, in percent
 * @param after offset in the sentence after the words that name the units
 */
record Subject(List<String> lead, List<String> responsible, int confidence, int after) {
  private static final int LONGEST = 90;
  private static final Pattern LED = Pattern.compile("由([^，。；由]{2,40}?)(?:负责)?牵头(?!的)");
  private static final Pattern JOINED = Pattern.compile("会同([^，。；]{2,60})");
  private static final Pattern MEMBERS =
      Pattern.compile("由([^，。；由]{4,200}?)(?:等)?(?:部门|单位)*(?:共同)?组成");
  private static final Pattern VERB =
      Pattern.compile("负责|会同|牵头|要|应当|应|须|配合|分别|每(?=年|月|季|半)|对(?=[^，。；]{1,40}负)");
  private static final Pattern CHARGE = Pattern.compile("负责|会同|牵头|要(?!求)|应当|须");
  private static final Pattern HELPS =
      Pattern.compile("([^，。；]{2,80}?)(?:等)?(?:积极|密切|主动|按(?:照)?职责(?:分工)?)?(?:配合|协助|参与|协同)");
  private static final Pattern DUTY_VERB =
      Pattern.compile(VERB.pattern() + "|制定|组织|开展|完成|召开|报送|出台|编制|建立|督查|调度|做好");
  private static final Pattern ASIDE = Pattern.compile("^(?:按照|依照|根据|依据|为|在).*");

  /** The units that speak for a clause from its second sentence on: 甲会同乙, 甲负责, 甲配合. */
  private static final Pattern CLEAR = Pattern.compile("负责|会同|配合");

  /** Whether the sentence says outright who is charged, not only who shall do a part. */
  static boolean isClear(String sentence) {
    return CLEAR.matcher(sentence).find();
  }

  /** The units that a sentence names, or null when it names none. */
  static @Nullable Subject of(String sentence) {
    return of(sentence, VERB);
  }

  /** The units that a phrase with a date of its own names: 各县制定…, or null. */
  static @Nullable Subject ofDuty(String phrase) {
    return of(phrase, DUTY_VERB);
  }

  private static @Nullable Subject of(String sentence, Pattern verbs) {
    Subject led = led(sentence);
    if (led != null) {
      return led;
    }
    int from = 0;
    boolean first = true;
    for (String segment : UnitNames.split(sentence, "，")) {
      int at = sentence.indexOf(segment, from);
      from = at + segment.length();
      Subject found = leading(segment, verbs, sentence, at, first);
      if (found != null) {
        return found;
      }
      first &= ASIDE.matcher(segment).matches();
    }
    return members(sentence);
  }

  /** 由甲牵头…, wherever it stands in the sentence. */
  static @Nullable Subject led(String sentence) {
    Matcher matcher = LED.matcher(sentence);
    if (!matcher.find()) {
      return null;
    }
    List<String> lead = UnitNames.list(matcher.group(1));
    if (!UnitNames.isList(lead) || !lead.stream().allMatch(UnitNames::isDefinite)) {
      return null;
    }
    return new Subject(lead, helpers(sentence.substring(matcher.end())), 70, matcher.end());
  }

  /** 由甲牵头，乙、丙等部门要…: the units that follow. */
  private static List<String> helpers(String rest) {
    if (rest.length() < 2 || rest.charAt(0) != '，') {
      return List.of();
    }
    String segment = UnitNames.split(rest, "，").getFirst();
    Matcher verb = VERB.matcher(segment);
    while (verb.find()) {
      List<String> names = UnitNames.list(segment.substring(0, verb.start()));
      if (UnitNames.isList(names)) {
        return names;
      }
    }
    return List.of();
  }

  /** 甲会同乙…, 甲负责…: the units that a part of the sentence begins with. */
  private static @Nullable Subject leading(
      String segment, Pattern verbs, String sentence, int at, boolean first) {
    String words = segment.length() > LONGEST ? segment.substring(0, LONGEST) : segment;
    Matcher verb = verbs.matcher(words);
    while (verb.find()) {
      int named = words.startsWith("由") ? 1 : 0;
      List<String> names =
          UnitNames.list(words.substring(Math.min(named, verb.start()), verb.start()));
      boolean joins = verb.group().equals("会同");
      if (!UnitNames.isList(names) || (!first && !joins)) {
        continue;
      }
      List<String> lead = names.stream().filter(UnitNames::isDefinite).toList();
      if (lead.isEmpty()) {
        return null;
      }
      List<String> others =
          new ArrayList<>(names.stream().filter(name -> !UnitNames.isDefinite(name)).toList());
      Matcher joined = JOINED.matcher(words);
      if (joins && joined.find(verb.start())) {
        others.addAll(partners(joined.group(1)));
      }
      if (words.substring(0, verb.start()).endsWith("等部门") && !joins) {
        return new Subject(List.of(), names, 50, at + verb.start());
      }
      String charge = verb.group();
      if (charge.equals("牵头") || charge.equals("负责")) {
        others.addAll(helping(sentence, at + verb.end()));
      }
      int after = joins ? sentence.length() : at + verb.start();
      return new Subject(lead, others, 70, after);
    }
    return null;
  }

  /** 乙配合: the units that a later phrase of the sentence lets help. */
  private static List<String> helping(String sentence, int from) {
    String rest = sentence.substring(from, Math.min(sentence.length(), from + 2 * LONGEST));
    for (String segment : UnitNames.split(rest, "，")) {
      Matcher helps = HELPS.matcher(segment);
      List<String> names = helps.lookingAt() ? UnitNames.list(helps.group(1)) : List.of();
      if (UnitNames.isList(names)) {
        return names;
      }
    }
    return List.of();
  }

  /** 乙要保障资金: the units that a phrase charges outright, or null. */
  static @Nullable Subject charged(String phrase, String sentence, int at) {
    Subject found = leading(phrase, CHARGE, sentence, at, true);
    return found == null || found.lead().isEmpty() ? null : found;
  }

  /** The units joined by 会同, up to where the words stop being names of units. */
  private static List<String> partners(String words) {
    for (int end = words.length(); end > 1; end--) {
      boolean verb = end == words.length() || "对开组制做建推负按".indexOf(words.charAt(end)) >= 0;
      List<String> names = verb ? UnitNames.list(words.substring(0, end)) : List.of();
      if (UnitNames.isList(names)) {
        return names;
      }
    }
    return List.of();
  }

  private static @Nullable Subject members(String sentence) {
    Matcher matcher = MEMBERS.matcher(sentence);
    if (!matcher.find()) {
      return null;
    }
    List<String> names = UnitNames.list(matcher.group(1));
    boolean units = UnitNames.isList(names) && names.stream().allMatch(UnitNames::isDefinite);
    return units ? new Subject(List.of(), names, 50, 0) : null;
  }
}
