package cn.anlan.entry;

import java.time.LocalDate;

/**
 * Something the office must do by a day (待办), with the sentence that says why.
 *
 * @param register the register of the entry to open
 * @param due a civil date in Asia/Shanghai; the matter is late the day after
 */
public record Due(String register, String id, String title, LocalDate due, String why) {}
