package cn.anlan.community;

import cn.anlan.entry.Findings;
import cn.anlan.entry.Rule;
import cn.anlan.entry.Violation;
import java.util.List;
import java.util.Set;

/** What must agree within one topic (议题勾稽): each step after the one before, and each status with what it rests on. */
public final class TopicRules implements Rule<Topic> {
    /** 协商 and everything that comes after it. */
    private static final Set<String> TALKED_OVER = Set.of("5", "6", "7", "8");
    private static final Set<String> TURNED_DOWN = Set.of("2", "3");
    private static final String DONE = "8";
    private static final String NOT_TAKEN_UP = "9";

    @Override
    public List<Violation> check(Topic topic) {
        var found = new Findings("community");
        dates(topic, found);
        status(topic, found);
        boolean turnedDown = topic.review().review() != null && TURNED_DOWN.contains(topic.review().review());
        found.refuseIf(turnedDown && topic.review().reviewReason() == null, "review_reason", "turned_down_without_reason");
        Integer all = topic.meeting().attendees();
        Integer villagers = topic.meeting().representatives();
        found.refuseIf(all != null && villagers != null && villagers > all, "representatives", "more_villagers_than_people");
        var origin = topic.proposal().origin();
        found.warnIf(origin.anonymous() && origin.proposer() != null, "proposer", "anonymous_with_name");
        return found.all();
    }

    private static void dates(Topic topic, Findings found) {
        var raised = topic.proposal().date();
        var met = topic.meeting().meetingDate();
        var realisation = topic.realisation();
        found.refuseUnlessInOrder(raised, topic.review().reviewDate(), "review_date", "reviewed_before_raised");
        found.refuseUnlessInOrder(topic.review().reviewDate(), met, "meeting_date", "met_before_reviewed");
        found.refuseUnlessInOrder(raised, met, "meeting_date", "met_before_raised");
        found.refuseUnlessInOrder(met, topic.meeting().consensus().publicityDate(), "publicity_date", "published_before_met");
        found.refuseUnlessInOrder(met == null ? raised : met, realisation.doneDate(), "done_date", "done_before_met");
        found.refuseUnlessInOrder(realisation.doneDate(), realisation.feedbackDate(), "feedback_date", "answered_before_done");
    }

    private static void status(Topic topic, Findings found) {
        String status = topic.proposal().status();
        if (status == null) {
            return;
        }
        boolean talkedOver = TALKED_OVER.contains(status);
        found.refuseIf(talkedOver && topic.meeting().meetingDate() == null, "meeting_date", "no_meeting");
        found.refuseIf(talkedOver && topic.meeting().consensus().result() == null, "result", "no_result");
        found.refuseIf(DONE.equals(status) && topic.realisation().doneDate() == null, "done_date", "done_without_date");
        found.refuseIf(NOT_TAKEN_UP.equals(status) && topic.review().reviewReason() == null, "review_reason", "turned_down_without_reason");
    }
}
