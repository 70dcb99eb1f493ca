package org.zhengling.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DueDay;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.credit.FinalDecision.Breach;
import org.zhengling.platform.credit.FinalDecision.Paper;
import org.zhengling.platform.credit.RecordState.Checking;
import org.zhengling.platform.credit.RecordState.Telling;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.registry.NewResident;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Residents;

/** Commitments and dishonesty: after a final decision alone, told, contested, repaired, ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditTest {
  private static final LocalDate DECIDED = LocalDate.of(2020, 11, 2);
  private static final LocalDate FINAL = LocalDate.of(2021, 2, 1);
  private static final LocalDate TODAY = LocalDate.of(2021, 3, 31);
  private static final String DIGEST = "ab".repeat(32);

  private final CityHall hall = new CityHall();
  private final DishonestyRecords records = hall.get(DishonestyRecords.class);
  private final Commitments commitments = hall.get(Commitments.class);
  private final Measures measures = hall.get(Measures.class);
  private final SignedIn rencheng = hall.at(CityHall.RENCHENG, PostKind.PROGRAMME_OFFICER);
  private final SignedIn weishan = hall.at(CityHall.WEISHAN, PostKind.PROGRAMME_OFFICER);
  private int drawn;

  @BeforeAll
  void openLater() {
    hall.dayIs(TODAY.toString());
  }

  @AfterAll
  void close() {
    hall.close();
  }

  private long person(SignedIn clerk) {
    drawn++;
    IdNumber number = new IdNumber((370811L * 100_000_000L + 19800101L) * 1000L + drawn);
    NumberAnswer answer =
        clerk.call(() ->
            hall.get(Residents.class)
                .enter(NewResident.of("示例人", number, clerk.post().areaCode(), "居民身份证")));
    return ((NumberAnswer.Accepted) answer).resident();
  }

  private static FinalDecision decision(long file, String clause, LocalDate finalOn) {
    return new FinalDecision(
        file,
        "示例救〔2020〕" + file + "号",
        Breach.CONCEALMENT,
        clause,
        DECIDED,
        finalOn,
        Paper.DECISION,
        DIGEST);
  }

  private long entered(long person) {
    return rencheng.call(
        () -> records.enter(person, null, decision(person % 100_000, "二(五)12", FINAL)));
  }

  private void did(Runnable act) {
    rencheng.call(() -> {
      act.run();
      return true;
    });
  }

  private Standing standing(long person) {
    return rencheng.call(() -> records.standing(person));
  }

  private void projectionFollowsTheSteps(long record) {
    DishonestyRecord found = rencheng.call(() -> records.byId(record)).orElseThrow();
    LocalDate projected =
        hall
            .seeingEverything()
            .sql("select standing_until from credit.dishonesty where id = ?")
            .param(record)
            .query((row, number) -> row.getObject(1, LocalDate.class))
            .stream()
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    assertThat(projected).isEqualTo(found.on(TODAY).effectiveUntil());
  }

  @Test
  void a_promise_keeps_text_person_method_and_day_and_is_linked_to_its_breach() {
    long person = person(rencheng);
    Commitment promise =
        new Commitment(
            person, 7L, "2020-1", DIGEST, Commitment.Method.SIGNATURE, LocalDate.of(2020, 10, 9));
    long id = rencheng.call(() -> commitments.sign(promise));
    assertThat(rencheng.call(() -> commitments.of(person))).containsEntry(id, promise);
    long record = rencheng.call(() -> records.enter(person, id, decision(7, "二(五)12", FINAL)));
    assertThat(rencheng.call(() -> records.byId(record)).orElseThrow().commitment()).isEqualTo(id);
    long other = person(rencheng);
    assertThatThrownBy(
            () -> rencheng.call(() -> records.enter(other, id, decision(8, "二(五)12", FINAL))))
        .hasMessageContaining("不是这个人签的");
  }

  @Test
  void nothing_is_entered_before_the_decision_is_final() {
    long person = person(rencheng);
    assertThatThrownBy(() ->
            rencheng.call(
                () -> records.enter(person, null, decision(31, "二(五)12", TODAY.plusDays(1)))))
        .hasMessageContaining("才生效");
    assertThatThrownBy(() ->
            rencheng.call(() ->
                records.enter(
                    person,
                    null,
                    new FinalDecision(
                        32,
                        "示例救〔2020〕32号",
                        Breach.CONCEALMENT,
                        "二(五)12",
                        LocalDate.of(2020, 6, 1),
                        LocalDate.of(2020, 9, 1),
                        Paper.DECISION,
                        DIGEST))))
        .hasMessageContaining("还没有生效的信用条例");
  }

  @Test
  void a_record_counts_once_its_person_was_told_and_until_it_ends() {
    long person = person(rencheng);
    long record = entered(person);
    assertThat(standing(person)).isEqualTo(new Standing.Clear());
    did(() -> records.tell(record, TODAY, Telling.BY_HAND));
    assertThat(standing(person)).isEqualTo(new Standing.HasRecord("二(五)12", FINAL.plusYears(5)));
    projectionFollowsTheSteps(record);
    assertThatThrownBy(() -> entered(person)).hasMessageContaining("已经登记过");
  }

  @Test
  void an_objection_is_answered_within_three_working_days_or_seven() {
    long person = person(rencheng);
    long record = entered(person);
    did(() -> records.tell(record, LocalDate.of(2021, 3, 24), Telling.BY_POST));
    did(() -> records.object(record, LocalDate.of(2021, 3, 26), Checking.ALONE));
    assertThat(standing(person)).isEqualTo(new Standing.Clear());
    projectionFollowsTheSteps(record);
    // A Friday: Monday, Tuesday, Wednesday.
    assertThat(due(record)).isEqualTo(new DueDay.Settled(LocalDate.of(2021, 3, 31)));
    did(() -> records.answer(record, TODAY, DishonestyRecords.Answer.STANDS));
    assertThat(standing(person)).isInstanceOf(Standing.HasRecord.class);
    did(() -> records.object(record, TODAY, Checking.OTHERS_CHECK));
    // Three days off for Qingming on April 3 to 5: April 1, 2, 6, 7, 8, 9, 12.
    assertThat(due(record)).isEqualTo(new DueDay.Settled(LocalDate.of(2021, 4, 12)));
    did(() -> records.answer(record, TODAY, DishonestyRecords.Answer.TAKEN_BACK));
    assertThat(standing(person)).isEqualTo(new Standing.Clear());
    projectionFollowsTheSteps(record);
    assertThatThrownBy(() -> did(() -> records.object(record, TODAY, Checking.ALONE)))
        .hasMessageContaining("没有效力");
  }

  private DueDay due(long record) {
    return rencheng.call(() -> records.answerDue(records.byId(record).orElseThrow()).orElseThrow());
  }

  @Test
  void who_made_good_is_clear_again_not_before_its_time() {
    long person = person(rencheng);
    long record = entered(person);
    did(() -> records.tell(record, LocalDate.of(2021, 2, 2), Telling.BY_HAND));
    assertThatThrownBy(() -> did(() -> records.repair(record, TODAY)))
        .hasMessageContaining("2021-05-02");
    hall.dayIs("2021-05-02");
    did(() -> records.repair(record, LocalDate.of(2021, 5, 2)));
    assertThat(standing(person)).isEqualTo(new Standing.Clear());
    hall.dayIs(TODAY.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"月收入 3200 元", "银行存款余额", "名下不动产一处", "股票账户", "6222000011112222", "核对报告第 3 项"})
  void what_a_verification_found_never_enters(String words) {
    long person = person(rencheng);
    assertThatThrownBy(
            () -> rencheng.call(() -> records.enter(person, null, decision(99, words, FINAL))))
        .hasMessageContaining("不得归集");
    assertThatThrownBy(() ->
            rencheng.call(() ->
                hall.jdbc()
                    .sql(
                        """
                        insert into credit.dishonesty (resident, area, case_file, case_number, kind,
                          clause, decided_on, final_on, evidence, evidence_digest, expires_on,
                          entered_at, entered_post)
                        values (:person, :area, 99, 'x', 'CONCEALMENT', :words, '2020-11-02',
                          '2021-02-01', 'DECISION', decode(repeat('ab', 32), 'hex'), '2026-02-01',
                          now(), 'x')
                        """)
                    .param("person", person)
                    .param("area", CityHall.RENCHENG)
                    .param("words", words)
                    .update()))
        .hasStackTraceContaining("check constraint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXCHANGE_ANSWER", "BANK_STATEMENT", "TAX_RECORD", "REAL_ESTATE"})
  void an_answer_of_another_department_is_no_evidence(String evidence) {
    assertThat(Arrays.stream(Paper.values()).map(Enum::name)).doesNotContain(evidence);
    assertThatThrownBy(() ->
            rencheng.call(() ->
                hall.jdbc()
                    .sql(
                        """
                        insert into credit.dishonesty (resident, area, case_file, case_number, kind,
                          clause, decided_on, final_on, evidence, evidence_digest, expires_on,
                          entered_at, entered_post)
                        values (1000000001, :area, 98, 'x', 'CONCEALMENT', '二(五)12', '2020-11-02',
                          '2021-02-01', :evidence, decode(repeat('ab', 32), 'hex'), '2026-02-01',
                          now(), 'x')
                        """)
                    .param("area", CityHall.RENCHENG)
                    .param("evidence", evidence)
                    .update()))
        .hasStackTraceContaining("check constraint");
  }

  @Test
  void a_decision_has_no_field_for_anything_else() {
    assertThat(
            Arrays.stream(FinalDecision.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactly(
            "caseFile",
            "caseNumber",
            "breach",
            "clause",
            "decidedOn",
            "finalOn",
            "evidence",
            "evidenceDigest");
  }

  @Test
  void the_database_keeps_no_record_longer_than_five_years() {
    assertThatThrownBy(() ->
            rencheng.call(() ->
                hall.jdbc()
                    .sql(
                        """
                        insert into credit.dishonesty (resident, area, case_file, case_number, kind,
                          clause, decided_on, final_on, evidence, evidence_digest, expires_on,
                          entered_at, entered_post)
                        values (1000000001, :area, 97, 'x', 'CONCEALMENT', '二(五)12', '2020-11-02',
                          '2021-02-01', 'DECISION', decode(repeat('ab', 32), 'hex'), '2026-02-02',
                          now(), 'x')
                        """)
                    .param("area", CityHall.RENCHENG)
                    .update()))
        .hasStackTraceContaining("check constraint");
  }

  private Measure measure(Breach breach, int months) {
    return new Measure(
        0, "核查从严", "示例清单（2021 年版）", "第 3 项", breach, months, LocalDate.of(2021, 1, 1), null);
  }

  @Test
  void measures_come_from_a_published_list_fit_the_breach_and_end() {
    long record = entered(person(rencheng));
    did(() -> records.tell(record, TODAY, Telling.BY_HAND));
    long fits = rencheng.call(() -> measures.list(measure(Breach.CONCEALMENT, 6)));
    long other = rencheng.call(() -> measures.list(measure(Breach.NOT_RETURNED, 6)));
    assertThatThrownBy(() -> did(() -> measures.take(record, 999_999, TODAY.plusMonths(1))))
        .hasMessageContaining("清单里没有");
    assertThatThrownBy(() -> did(() -> measures.take(record, other, TODAY.plusMonths(1))))
        .hasMessageContaining("只用于");
    assertThatThrownBy(() -> did(() -> measures.take(record, fits, TODAY.plusMonths(7))))
        .hasMessageContaining("不晚于 2021-09-30");
    did(() -> measures.take(record, fits, TODAY.plusMonths(6)));
    assertThat(rencheng.call(() -> measures.taken(record)))
        .containsExactly("核查从严（示例清单（2021 年版））：2021-03-31 到 2021-09-29");
  }

  @Test
  void a_natural_person_is_not_posted_without_a_ground_in_law() {
    long record = entered(person(rencheng));
    assertThat(rencheng.call(() -> measures.postingGround(record))).isEmpty();
    String post =
        "insert into credit.posting (record, posted_at, posted_by) values ("
            + record
            + ", now(), 1)";
    assertThatThrownBy(() -> rencheng.call(() -> hall.jdbc().sql(post).update()))
        .hasStackTraceContaining("foreign key");
    did(() -> measures.allowPosting(record, "示例法律（未施行）", "第一条"));
    assertThat(rencheng.call(() -> measures.postingGround(record))).contains("示例法律（未施行）第一条");
    assertThat(rencheng.<Integer, RuntimeException>call(() -> hall.jdbc().sql(post).update()))
        .isEqualTo(1);
  }

  @Test
  void another_county_learns_clause_and_last_day_of_its_own_people_and_sees_no_row() {
    long person = person(rencheng);
    long record = entered(person);
    did(() -> records.tell(record, TODAY, Telling.BY_HAND));
    assertThat(weishan.call(() -> records.byId(record))).isEmpty();
    assertThat(weishan.call(() -> records.before(Long.MAX_VALUE, 50))).isEmpty();
    for (String table :
        List.of("commitment", "dishonesty", "step", "taken", "posting_ground", "posting")) {
      assertThat(
              weishan.<Long, RuntimeException>call(() ->
                  hall.jdbc()
                      .sql("select count(*) from credit." + table)
                      .query(Long.class)
                      .single()))
          .as(table)
          .isZero();
    }
    var rows =
        weishan.call(() ->
            hall.jdbc()
                .sql("select * from credit.standing_of(array[" + person + "], '2021-03-31')")
                .query()
                .listOfRows());
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row).containsOnlyKeys("clause", "until_day"));
  }

  @Test
  void the_package_for_the_province_holds_what_counts_and_its_digests() throws IOException {
    long told = person(rencheng);
    long untold = person(rencheng);
    long record = entered(told);
    long silent = entered(untold);
    did(() -> records.tell(record, TODAY, Telling.BY_HAND));
    CreditPackage credit = hall.get(CreditPackage.class);
    byte[] first = rencheng.<byte[], RuntimeException>call(credit::export);
    assertThat(rencheng.<byte[], RuntimeException>call(credit::export)).isEqualTo(first);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files).containsOnlyKeys("records.csv", "records.json", "digests.txt");
    String table = files.getOrDefault("records.csv", "");
    assertThat(table).contains("\r\n" + record + ",").doesNotContain("\r\n" + silent + ",");
    assertThat(files.get("records.json")).contains("\"" + record + "\"");
    assertThat(files.get("digests.txt")).contains("SM3 " + Sm3.hex(table) + "  records.csv");
    assertThat(weishan.<byte[], RuntimeException>call(credit::export)).isNotEqualTo(first);
  }
}
