package cn.anlan.kit.form;

import cn.anlan.UiTest;
import cn.anlan.app.sample.HardCase;
import cn.anlan.community.Topic;
import cn.anlan.entry.Entry;
import cn.anlan.kit.Shown;
import cn.anlan.kit.TestOffice;
import cn.anlan.mediation.Dispute;
import cn.anlan.store.EntryJson;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking at an entry changes nothing in it, and saving changes only what was typed, whatever the form has to do to show the rest. */
@UiTest
class UntouchedTest {
    private static TestOffice desk;

    @BeforeAll
    static void open(@TempDir Path folder) {
        desk = new TestOffice(folder);
        HardCase.plant(desk.house.registers());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static <E extends Entry> E stored(Class<E> type, Map<String, ? extends @Nullable Object> values) {
        return desk.stored(type, values);
    }

    private static <E extends Entry> EntryForm<E> showing(Register<E> register, E entry) {
        Shown<E> shown = Shown.of(register, entry);
        return desk.onFx(() -> {
            var form = new EntryForm<>(desk.office, register, owners(register, entry));
            new Scene(form.node()).getRoot().applyCss();
            form.show(shown);
            return form;
        });
    }

    private static <E extends Entry> Map<String, String> owners(Register<E> register, E entry) {
        Map<String, String> owners = new HashMap<>();
        register.shape().owner().ifPresent(owner -> owners.put(owner.linked().orElseThrow(), String.valueOf(register.shape().get(entry, owner))));
        return owners;
    }

    private <E extends Entry> List<String> changedByLooking(Register<E> register) {
        List<String> changed = new ArrayList<>();
        for (E entry : register.list(Query.all(), 4)) {
            EntryForm<E> form = showing(register, entry);
            assertThat(form.dirtyProperty().get()).as(register.name()).isFalse();
            desk.onFx(form::save);
            E now = register.get(entry.id());
            if (!now.equals(entry)) {
                changed.add(register.name() + ": " + EntryJson.write(register.shape(), entry) + " → " + EntryJson.write(register.shape(), now));
            }
        }
        return changed;
    }

    @Test
    void anEntryOfAnyRegisterSavedUntouchedIsTheSame() {
        long before = desk.house.journal().before(Long.MAX_VALUE, 1).get(0).no();
        int looked = 0;
        for (Register<?> register : desk.house.registers().all()) {
            assertThat(changedByLooking(register)).isEmpty();
            looked += register.list(Query.all(), 4).size();
        }
        assertThat(looked).isGreaterThan(40);
        assertThat(desk.house.journal().before(Long.MAX_VALUE, 1).get(0).no()).as("nothing was written").isEqualTo(before);
    }

    private Topic topic(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("title", "修渠", "category", "1", "status", "1", "date", TestOffice.TODAY, "area_code",
                TestOffice.TOWN, "content", "年久失修", "source", "3"));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return stored(Topic.class, values);
    }

    /** A sheet brings line breaks into fields that have one line on screen. */
    @Test
    void aLineBreakInAShortFieldOutlivesASaveOfAnother() {
        Register<Topic> topics = desk.house.registers().of(Topic.class);
        Topic topic = topic("meeting_place", "村委会\n二楼会议室", "opinions", "一、同意\n二、缓办");
        EntryForm<Topic> form = showing(topics, topic);
        desk.onFx(() -> ((TextInputControl) form.node().lookup("#field-title")).setText("修渠修路"));
        desk.onFx(form::save);
        Topic now = topics.get(topic.id());
        assertThat(now.proposal().title()).isEqualTo("修渠修路");
        assertThat(now.meeting().meetingPlace()).isEqualTo("村委会\n二楼会议室");
        assertThat(now.meeting().opinions()).isEqualTo("一、同意\n二、缓办");
        assertThat(desk.house.journal().of(topic.id()).get(0).after()).doesNotContain("meeting_place").contains("title");
    }

    @Test
    void whatIsTypedOverIsTaken() {
        Register<Topic> topics = desk.house.registers().of(Topic.class);
        Topic topic = topic("meeting_place", "村委会\n二楼");
        EntryForm<Topic> form = showing(topics, topic);
        desk.onFx(() -> ((TextInputControl) form.node().lookup("#field-meeting_place")).setText("戏台\n"));
        desk.onFx(form::save);
        assertThat(topics.get(topic.id()).meeting().meetingPlace()).isEqualTo("戏台");
        desk.onFx(() -> ((TextInputControl) form.node().lookup("#field-meeting_place")).setText(" "));
        desk.onFx(form::save);
        assertThat(topics.get(topic.id()).meeting().meetingPlace()).isNull();
    }

    /** What was half typed is laid by and taken up again with every line break it had. */
    @Test
    void aHalfFilledFormIsTakenUpAsItWas() {
        Register<Topic> topics = desk.house.registers().of(Topic.class);
        Topic topic = topic("meeting_place", "村委会\n二楼");
        EntryForm<Topic> form = showing(topics, topic);
        desk.onFx(() -> ((TextInputControl) form.node().lookup("#field-title")).setText("修渠（𠮷家湾）"));
        Optional<String> laidBy = desk.onFx(form::unsaved);
        EntryForm<Topic> again = desk.onFx(() -> new EntryForm<>(desk.office, topics));
        desk.onFx(() -> again.resume(laidBy.orElseThrow(), "told", stood -> { }));
        assertThat(again.written("title")).isEqualTo("修渠（𠮷家湾）");
        assertThat(again.dirtyProperty().get()).isTrue();
        desk.onFx(again::save);
        Topic now = topics.get(topic.id());
        assertThat(now.proposal().title()).isEqualTo("修渠（𠮷家湾）");
        assertThat(now.meeting().meetingPlace()).isEqualTo("村委会\n二楼");
    }

    @Test
    void typingBackWhatStoodThereIsNoChange() {
        Register<Dispute> disputes = desk.house.registers().of(Dispute.class);
        Dispute dispute = disputes.list(Query.all(), 1).get(0);
        EntryForm<Dispute> form = showing(disputes, dispute);
        var title = (TextInputControl) form.node().lookup("#field-title");
        String stood = title.getText();
        desk.onFx(() -> title.setText(stood + "x"));
        assertThat(form.dirtyProperty().get()).isTrue();
        desk.onFx(() -> title.setText(stood));
        assertThat(form.dirtyProperty().get()).isFalse();
    }
}
