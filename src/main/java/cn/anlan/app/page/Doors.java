package cn.anlan.app.page;

import cn.anlan.store.Query;

/** Where a page can send the clerk (去处): the window's other pages, asked for by name. */
public interface Doors {

    /** Shows a page of this name. */
    void go(String page);

    /** Shows one entry on the page of its register. */
    void open(String register, String id);

    /** Shows the list of a register, filtered. */
    void list(String register, Query query);

    /** Starts a new entry of a register. */
    void fresh(String register);

    /** Back to the page the manual lies upon. */
    void back();
}
