package cn.anlan.kit;

import cn.anlan.reference.CodeLists;
import cn.anlan.reference.Places;
import cn.anlan.store.Journal;
import cn.anlan.store.Registers;
import java.time.Clock;

/** What every page has at hand (办公用具). The clock's zone is the office's: Asia/Shanghai. */
public record Office(Registers registers, Journal journal, CodeLists codes, Places places, Memory memory, Background background,
        Dialogs dialogs, Clock clock) {}
