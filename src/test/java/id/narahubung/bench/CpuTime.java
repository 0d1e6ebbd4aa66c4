package id.narahubung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time that processes have used, as Linux tells it; nothing elsewhere. */
final class CpuTime {

  /** What a tick of /proc is on every Linux that the portal runs on. */
  private static final double MILLIS_A_TICK = 10;

  private static final int PARENT = 1;
  private static final int OWN = 11;
  private static final int ENDED_CHILDREN = 13;

  private CpuTime() {}

  /** Of one process, in milliseconds. */
  static double of(long pid) {
    return fields(Path.of("/proc/" + pid)).stream().mapToDouble(f -> sum(f, OWN)).sum();
  }

  /** Of a process with its children, those that have ended, too. */
  static double withChildren(long pid) {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(each -> each.getFileName().toString().matches("\\d+"))
          .flatMap(each -> fields(each).stream())
          .mapToDouble(f -> ofFamily(f, pid))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private static double ofFamily(List<String> fields, long pid) {
    if (fields.getLast().equals(Long.toString(pid))) {
      return sum(fields, OWN) + sum(fields, ENDED_CHILDREN);
    }
    return fields.get(PARENT).equals(Long.toString(pid)) ? sum(fields, OWN) : 0;
  }

  private static double sum(List<String> fields, int from) {
    return (Long.parseLong(fields.get(from)) + Long.parseLong(fields.get(from + 1)))
        * MILLIS_A_TICK;
  }

  /** The fields behind the name, and last the process's own number; empty when it has ended. */
  private static Stream<List<String>> stream(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String behind = stat.substring(stat.lastIndexOf(')') + 2);
      return Stream.of(
          Stream.concat(
                  Stream.of(behind.strip().split(" ", -1)),
                  Stream.of(process.getFileName().toString()))
              .toList());
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static List<List<String>> fields(Path process) {
    return stream(process).toList();
  }
}
