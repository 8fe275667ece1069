package cn.anlan.mediation.screen;

import cn.anlan.mediation.Dispute;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A tab of the case page that another room brings (外来分页), e.g. 文书与卷宗. */
public interface CaseTab {

    /** What stands in the tab; the same node each time. */
    Node node();

    /** The dispute whose page it stands on now; null while there is none stored. Comes on the painting thread. */
    void show(@Nullable Dispute dispute);

    /** Brings a place of the tab into sight, if it has one of this name; whether it has. */
    boolean come(String place);
}
