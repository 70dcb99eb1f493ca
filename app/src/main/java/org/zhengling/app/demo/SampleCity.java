package org.zhengling.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLink;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.clauses.Corrections;
import org.zhengling.platform.clauses.Editor;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.supervision.Assignment;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Progress;
import org.zhengling.platform.supervision.SupervisedTask;
import org.zhengling.platform.supervision.Supervision;

/**
 * Fills an empty database with a sample city: invented people in their posts, the sample gazette
 * published, its tasks split to the counties, and half a year of invented reports.
 */
@Component
public class SampleCity {
  private static final String GAZETTE = "/demo/sample-gazette.txt";

  /** Printed nowhere: whoever wants another sample city changes it. */
  private static final long SEED = 20200827;

  /** Everybody before the demonstration's day had their post since the first order. */
  private static final LocalDate IN_OFFICE_SINCE = LocalDate.of(2020, 8, 1);

  private final OneTimeLinks links;
  private final Access access;
  private final AreaDirectory areas;
  private final UnitDirectory units;
  private final Gazettes gazettes;
  private final Corrections corrections;
  private final Supervision supervision;
  private final Boards boards;
  private final BusinessDay day;

  SampleCity(
      OneTimeLinks links,
      Access access,
      AreaDirectory areas,
      UnitDirectory units,
      Gazettes gazettes,
      Corrections corrections,
      Supervision supervision,
      Boards boards,
      BusinessDay day) {
    this.links = links;
    this.access = access;
    this.areas = areas;
    this.units = units;
    this.gazettes = gazettes;
    this.corrections = corrections;
    this.supervision = supervision;
    this.boards = boards;
    this.day = day;
  }

  /** Does nothing in a database that has an administrator already. */
  public void fill() {
    new Actor.Program("载入示例", areas.city().code())
        .call(() -> {
          fillEmpty();
          return true;
        });
  }

  private void fillEmpty() {
    Optional<OneTimeLink> first = links.inviteFirstAdministrator();
    if (first.isEmpty()) {
      return;
    }
    SampleAccount administrator = SampleAccount.ADMINISTRATOR;
    SignedIn signedIn =
        links.becomeFirstAdministrator(
            first.get().token(), person(administrator), administrator.password());
    signedIn.call(() -> {
      SampleAccount.others(areas).forEach(this::enter);
      publish(signedIn);
      splitDatedTasks();
      report(signedIn);
      return null;
    });
  }

  private static NewPerson person(SampleAccount account) {
    return new NewPerson(account.signInName(), account.personName(), true);
  }

  private void enter(SampleAccount account) {
    NewPost post =
        new NewPost(
            account.kind(),
            account.postTitle(),
            account.areaCode(),
            departmentId(account),
            IN_OFFICE_SINCE,
            null);
    OneTimeLink link = access.createPerson(person(account), post);
    links.setPassword(link.token(), account.password());
  }

  private @Nullable String departmentId(SampleAccount account) {
    String department = account.department();
    if (department == null) {
      return null;
    }
    return switch (units.resolve(department)) {
      case UnitDirectory.Resolved.Known(UnitDirectory.Unit unit) -> unit.id();
      case UnitDirectory.Resolved.Collective collective ->
          throw new IllegalStateException("Maybe departments.csv changed: " + department);
      case UnitDirectory.Resolved.Unknown unknown ->
          throw new IllegalStateException("Maybe departments.csv changed: " + department);
    };
  }

  private void publish(SignedIn by) {
    try (InputStream resource = SampleCity.class.getResourceAsStream(GAZETTE)) {
      byte[] bytes = Objects.requireNonNull(resource, GAZETTE).readAllBytes();
      long id = gazettes.upload("示例公报.txt", bytes, by.personId(), true);
      corrections.takeAsRead(id, Editor.of(by));
      gazettes.publish(id, by.personId());
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged", e);
    }
  }

  /** A last day or a beat is worth watching county by county. */
  private void splitDatedTasks() {
    for (Board.Row row : boards.inScope().rows()) {
      boolean dated =
          switch (row.task().deadline()) {
            case Deadline.By by -> true;
            case Deadline.Span span -> true;
            case Deadline.Recurring recurring -> true;
            case Deadline.Continuing continuing -> true;
            case Deadline.Onward onward -> false;
            case Deadline.Relative relative -> true;
            case Deadline.None none -> false;
          };
      if (dated) {
        supervision.splitToCounties(row.task().id());
      }
    }
  }

  private void report(SignedIn by) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Supervision.SampleReport> reports = new ArrayList<>();
    for (Board.Row row : boards.inScope().rows()) {
      SupervisedTask task = row.task();
      row.cells().values().stream()
          .map(Board.Cell::assignment)
          .sorted(Comparator.comparing(Assignment::area))
          .forEach(assignment -> {
            int slowness = slowness(assignment.area());
            SampleProgress progress = new SampleProgress(day.today(), random, slowness);
            for (Progress one : progress.of(task.deadline(), task.startsOn())) {
              reports.add(
                  new Supervision.SampleReport(assignment.id(), assignment.area(), one, note(one)));
            }
          });
    }
    supervision.addSamples(reports, by);
  }

  /** Counties differ, in no order that anybody could read anything into. */
  private int slowness(String area) {
    List<AreaDirectory.Area> all = areas.countiesAndZones();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).code().equals(area)) {
        return (i * 37 + 55) % 100;
      }
    }
    return 20;
  }

  private static String note(Progress progress) {
    if (progress.percent() == 100) {
      return "示例：已经办完，材料已存档。";
    }
    return progress.percent() >= 60 ? "示例：主要工作已完成，正在扫尾。" : "示例：已制定方案，正在推进。";
  }
}
