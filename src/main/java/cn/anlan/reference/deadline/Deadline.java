package cn.anlan.reference.deadline;

import cn.anlan.entry.Due;
import java.time.LocalDate;

/**
 * By when, how urgent, and why (期限).
 *
 * @param due the last day; the matter is late the day after
 */
public record Deadline(LocalDate due, Due.Level level, String why) {}
