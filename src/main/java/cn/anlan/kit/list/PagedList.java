package cn.anlan.kit.list;

import cn.anlan.entry.Entry;
import cn.anlan.kit.Background;
import cn.anlan.kit.Shown;
import cn.anlan.store.Page;
import cn.anlan.store.Page.Cursor;
import cn.anlan.store.Query;
import cn.anlan.store.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, however many there are (分页列表): a page is fetched when one of its rows is first looked at, and forgotten
 * when ten others were looked at since. A row not yet there is null and arrives later. Only on the painting thread.
 */
public final class PagedList<E extends Entry> extends ObservableListBase<@Nullable Shown<E>> {
    static final int PAGE = 200;
    private static final int PAGES_KEPT = 10;
    /** Counting stops here at first: nobody waits for a number to see the first rows. */
    static final int CAP = 1001;

    private final Register<E> register;
    private final Background background;
    private final Map<Integer, List<Shown<E>>> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Shown<E>>> eldest) {
            return size() > PAGES_KEPT;
        }
    };
    /** Page number to the cursor it begins behind. */
    private final TreeMap<Integer, Optional<Cursor>> anchors = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Total> total = new ReadOnlyObjectWrapper<>(new Total(0, true));
    private @Nullable Query query;
    private int size;
    private long asked;
    private boolean fetching;
    private int wanted = -1;

    /**
     * How many rows there are.
     *
     * @param exact false while they were counted no further than {@code rows}
     */
    public record Total(long rows, boolean exact) {}

    private record Opening<E extends Entry>(long count, Page<E> page, List<Shown<E>> rows) {}

    public PagedList(Register<E> register, Background background) {
        this.register = register;
        this.background = background;
    }

    /** Shows another query, or the same one anew; what is shown stays until the answer is there, and answers to older queries are dropped. */
    public void show(Query next) {
        long ticket = ++asked;
        background.run("kit.busy.loading", () -> {
            register.prepareSort(next.sort());
            Page<E> first = register.page(next, null, 0, PAGE);
            return new Opening<>(first.next() == null ? first.rows().size() : register.count(next, CAP), first, shown(first));
        }, opening -> {
            if (ticket == asked) {
                open(next, opening);
            }
        });
    }

    /** Shows nothing. */
    public void empty() {
        asked++;
        query = null;
        restart(0);
        total.set(new Total(0, true));
    }

    private List<Shown<E>> shown(Page<E> page) {
        return page.rows().stream().map(entry -> Shown.of(register, entry)).toList();
    }

    private void open(Query next, Opening<E> opening) {
        query = next;
        pages.clear();
        anchors.clear();
        anchors.put(0, Optional.empty());
        wanted = -1;
        fetching = false;
        keep(0, opening.page, opening.rows);
        restart((int) opening.count);
        boolean exact = opening.count < CAP;
        total.set(new Total(opening.count, exact));
        if (!exact) {
            countOn(next);
        }
    }

    private void countOn(Query counted) {
        long ticket = asked;
        background.run("kit.busy.loading", () -> register.count(counted, Integer.MAX_VALUE), count -> {
            if (ticket == asked && count > size) {
                beginChange();
                nextAdd(size, count.intValue());
                size = count.intValue();
                endChange();
            }
            if (ticket == asked) {
                total.set(new Total(count, true));
            }
        });
    }

    private void restart(int newSize) {
        if (query == null) {
            pages.clear();
        }
        beginChange();
        nextReplace(0, newSize, Collections.nCopies(size, null));
        size = newSize;
        endChange();
    }

    private void keep(int page, Page<E> fetched, List<Shown<E>> rows) {
        pages.put(page, rows);
        if (fetched.next() != null) {
            anchors.put(page + 1, Optional.of(fetched.next()));
        }
    }

    @Override
    public @Nullable Shown<E> get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        List<Shown<E>> page = pages.get(index / PAGE);
        if (page == null) {
            fetch(index / PAGE);
            return null;
        }
        int row = index % PAGE;
        return row < page.size() ? page.get(row) : null;
    }

    /** One page at a time; while it is on its way only the latest other wish counts, for the rows between have scrolled past. */
    private void fetch(int page) {
        Query of = query;
        if (fetching || of == null) {
            wanted = page;
            return;
        }
        fetching = true;
        long ticket = asked;
        Map.Entry<Integer, Optional<Cursor>> anchor = Objects.requireNonNull(anchors.floorEntry(page));
        int skip = (page - anchor.getKey()) * PAGE;
        background.run("kit.busy.loading", () -> {
            try {
                Page<E> fetched = register.page(of, anchor.getValue().orElse(null), skip, PAGE);
                return new Opening<>(0, fetched, shown(fetched));
            } catch (RuntimeException failed) {
                Platform.runLater(() -> missed(of));
                throw failed;
            }
        }, opening -> {
            if (query == of) {
                fetching = false;
                arrived(page, opening, ticket);
            }
        });
    }

    /** The failure is shown by others; here the page is asked for again when one of its rows is next looked at. */
    private void missed(Query of) {
        if (query == of) {
            fetching = false;
            wanted = -1;
        }
    }

    private void arrived(int page, Opening<E> opening, long ticket) {
        keep(page, opening.page, opening.rows);
        beginChange();
        for (int i = page * PAGE; i < Math.min(size, (page + 1) * PAGE); i++) {
            nextUpdate(i);
        }
        endChange();
        int next = wanted;
        wanted = -1;
        if (next >= 0 && ticket == asked && !pages.containsKey(next)) {
            fetch(next);
        }
    }

    /** Puts the stored version of an entry in its row; false when that row is not at hand. */
    public boolean replace(Shown<E> stored) {
        int index = indexOf(stored.entry().id());
        if (index < 0) {
            return false;
        }
        List<Shown<E>> changed = new ArrayList<>(pages.getOrDefault(index / PAGE, List.of()));
        changed.set(index % PAGE, stored);
        pages.put(index / PAGE, changed);
        beginChange();
        nextUpdate(index);
        endChange();
        return true;
    }

    /** The row of an entry among those at hand; -1 when it is not. */
    public int indexOf(String id) {
        for (Map.Entry<Integer, List<Shown<E>>> page : pages.entrySet()) {
            for (int i = 0; i < page.getValue().size(); i++) {
                if (page.getValue().get(i).entry().id().equals(id)) {
                    return page.getKey() * PAGE + i;
                }
            }
        }
        return -1;
    }

    /** Looks only among the rows at hand: a list control asks this often, and must not pull in the whole register. */
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof Shown<?> shown ? indexOf(shown.entry().id()) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    public ReadOnlyObjectProperty<Total> totalProperty() {
        return total.getReadOnlyProperty();
    }
}
