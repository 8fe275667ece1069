package cn.anlan.community;

import cn.anlan.entry.Completion;
import cn.anlan.store.Series;
import org.jspecify.annotations.Nullable;

/** Gives a topic its number (议题编号): the place, the year, and a running number within both. */
public final class TopicCompletion implements Completion<Topic> {
    private final Series series;

    public TopicCompletion(Series series) {
        this.series = series;
    }

    @Override
    public Topic complete(Topic topic, @Nullable Topic before) {
        var proposal = topic.proposal();
        if (proposal.topicNo() != null || proposal.areaCode() == null || proposal.date() == null) {
            return topic;
        }
        String head = proposal.areaCode() + proposal.date().getYear();
        return topic.withProposal(proposal.withTopicNo(head + String.format("%03d", series.next("topic_no/" + head))));
    }
}
