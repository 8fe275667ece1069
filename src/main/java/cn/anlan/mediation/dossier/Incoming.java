package cn.anlan.mediation.dossier;

import cn.anlan.paper.scan.ScanLook;
import org.jspecify.annotations.Nullable;

/** A scan on its way in (来件): its file's name, its bytes, and what was seen in them. */
public record Incoming(String name, byte[] bytes, ScanLook look, @Nullable String note) {}
