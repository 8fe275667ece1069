package cn.anlan.station;

import cn.anlan.entry.Completion;
import cn.anlan.store.Series;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Gives a visit its number (来访登记号): the day and a running number of the service point, which stands beside it. */
public final class VisitCompletion implements Completion<ServiceVisit> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /** As many letters of the point's id as tell the points of one county apart. */
    private static final int POINT_LETTERS = 6;

    private final Series series;

    public VisitCompletion(Series series) {
        this.series = series;
    }

    @Override
    public ServiceVisit complete(ServiceVisit visit, @Nullable ServiceVisit before) {
        var reception = visit.reception();
        if (reception.visitNo() != null || reception.pointId() == null || reception.visitDt() == null) {
            return visit;
        }
        String point = reception.pointId().substring(Math.max(0, reception.pointId().length() - POINT_LETTERS));
        String head = point + DAY.format(reception.visitDt());
        return visit.withReception(reception.withVisitNo(head + String.format("%03d", series.next("visit_no/" + head))));
    }
}
