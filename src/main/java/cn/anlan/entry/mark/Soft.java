package cn.anlan.entry.mark;

import jakarta.validation.Payload;

/** Marks a constraint as a warning: the clerk may save anyway and says why (仍然保存, 注明原因). */
public interface Soft extends Payload {}
