package cn.anlan.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that loses what was not synced. Bytes of a file are safe once it was synced; since then, each block of 4 KiB and the length are those of any
 * moment. Names are safe once their folder was synced ({@link Names#STRICT}, what POSIX promises), or any file or folder was ({@link Names#IN_ORDER},
 * what ext4, XFS and NTFS keep); since then, those of each folder, or all, are those of any moment. A file's new name and its old one go together.
 */
final class Disk {
    private static final int BLOCK = 4_096;

    /** When a name is safe. */
    enum Names {
        STRICT, IN_ORDER
    }

    /** How much of what was not synced is there after the cut. */
    enum Rest {
        NONE, SOME, ALL
    }

    private record Write(long at, byte[] bytes) {
        boolean isCut() {
            return bytes.length == 0;
        }
    }

    /** A file or folder, whatever it is called. */
    private static final class Node {
        private final boolean folder;
        private byte[] safe = {};
        private int length;
        private final List<Write> unsafe = new ArrayList<>();

        Node(boolean folder) {
            this.folder = folder;
        }

        void sync() {
            unsafe.forEach(this::apply);
            unsafe.clear();
        }

        private void apply(Write write) {
            int end = (int) write.at + write.bytes.length;
            if (write.isCut()) {
                Arrays.fill(safe, Math.min(end, length), Math.max(end, Math.min(length, safe.length)), (byte) 0);
                grow(end);
                length = end;
                return;
            }
            grow(end);
            System.arraycopy(write.bytes, 0, safe, (int) write.at, write.bytes.length);
            length = Math.max(length, end);
        }

        private void grow(int end) {
            if (safe.length < end) {
                safe = Arrays.copyOf(safe, Math.max(end, safe.length * 2));
            }
        }

        byte[] afterCut(Rest rest, Random random) {
            var copy = new Node(false);
            copy.safe = safe.clone();
            copy.length = length;
            if (rest == Rest.ALL) {
                unsafe.forEach(copy::apply);
            } else if (rest == Rest.SOME) {
                int wholeLength = random.nextInt(unsafe.size() + 1);
                Map<Long, Integer> reached = new HashMap<>();
                int end = length;
                for (int i = 0; i < unsafe.size(); i++) {
                    Write write = unsafe.get(i);
                    int stop = (int) write.at + write.bytes.length;
                    end = i >= wholeLength ? end : write.isCut() ? stop : Math.max(end, stop);
                    for (int from = 0; from < write.bytes.length;) {
                        long block = (write.at + from) / BLOCK;
                        int to = (int) Math.min(write.bytes.length, (block + 1) * BLOCK - write.at);
                        if (i < reached.computeIfAbsent(block, any -> random.nextInt(unsafe.size() + 1))) {
                            copy.apply(new Write(write.at + from, Arrays.copyOfRange(write.bytes, from, to)));
                        }
                        from = to;
                    }
                }
                copy.grow(end);
                copy.length = end;
            }
            return Arrays.copyOf(copy.safe, copy.length);
        }
    }

    /** A change of names: {@code from} goes when not null, {@code to} is the node's from now on when not null. */
    private record Change(String from, String to, Node node) {
        boolean isIn(String folder) {
            return folder.equals(parent(from)) || folder.equals(parent(to));
        }

        void apply(Map<String, Node> names) {
            if (from != null && node.folder && to != null) {
                Map<String, Node> below = new TreeMap<>();
                names.forEach((name, each) -> {
                    if (name.startsWith(from + "/")) {
                        below.put(name, each);
                    }
                });
                below.forEach((name, each) -> {
                    names.remove(name);
                    names.put(to + name.substring(from.length()), each);
                });
            }
            if (from != null && (to != null || names.get(from) == node)) {
                names.remove(from, node);
            }
            if (to != null) {
                names.put(to, node);
            }
        }
    }

    private final Names kind;
    private final String root;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<String, Node> present = new TreeMap<>();
    private final Map<String, Node> safe = new TreeMap<>();
    private final List<Change> unsafe = new ArrayList<>();

    /** As a folder stands now, all of it safe. */
    Disk(Names kind, Path root) throws IOException {
        this.kind = kind;
        this.root = root.toString();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                var node = new Node(Files.isDirectory(each));
                if (!node.folder) {
                    node.safe = Files.readAllBytes(each);
                    node.length = node.safe.length;
                }
                nodes.put((Long) Files.getAttribute(each, "unix:ino"), node);
                present.put(each.toString(), node);
            }
        }
        safe.putAll(present);
    }

    private static String parent(String name) {
        return name == null ? null : name.substring(0, name.lastIndexOf('/'));
    }

    /** Does what a line of the record says. */
    void apply(Recorded.Line line) {
        switch (line.kind()) {
            case 'C' -> appear(line.first(), line.inode(), new Node(false));
            case 'M' -> appear(line.first(), line.inode(), new Node(true));
            case 'W' -> node(line).unsafe.add(new Write(line.offset(), line.bytes()));
            case 'T' -> node(line).unsafe.add(new Write(line.offset(), new byte[0]));
            case 'L' -> change(new Change(null, line.second(), present.get(line.first())));
            case 'R' -> change(new Change(line.first(), line.second(), present.get(line.first())));
            case 'U', 'X' -> change(new Change(line.first(), null, present.get(line.first())));
            case 'S' -> {
                node(line).sync();
                if (kind == Names.IN_ORDER) {
                    syncNames(unsafe);
                }
            }
            case 'D' -> syncNames(kind == Names.IN_ORDER ? unsafe : unsafe.stream().filter(change -> change.isIn(line.first())).toList());
            default -> { }
        }
    }

    private Node node(Recorded.Line line) {
        Node node = nodes.get(line.inode());
        if (node == null) {
            throw new IllegalStateException("A file nobody opened: " + line);
        }
        return node;
    }

    private void appear(String name, long inode, Node node) {
        nodes.put(inode, node);
        change(new Change(null, name, node));
    }

    private void change(Change change) {
        if (change.node == null) {
            throw new IllegalStateException("A name nobody gave: " + change);
        }
        change.apply(present);
        unsafe.add(change);
    }

    private void syncNames(List<Change> changes) {
        changes.forEach(change -> change.apply(safe));
        unsafe.removeAll(List.copyOf(changes));
    }

    /** Writes what is left after a cut now into a folder, which is empty; shared memory is none of it. */
    void cut(Path into, Rest rest, Random random) throws IOException {
        Map<String, Node> names = new TreeMap<>(safe);
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> reached = new HashMap<>();
        int inOrder = random.nextInt(unsafe.size() + 1);
        for (int i = 0; i < unsafe.size(); i++) {
            Change change = unsafe.get(i);
            boolean there = rest != Rest.NONE && (rest == Rest.ALL || kind == Names.IN_ORDER && i < inOrder);
            if (rest == Rest.SOME && kind == Names.STRICT) {
                for (String name : Stream.of(change.from == null ? change.to : change.from, change.to == null ? change.from : change.to).distinct().toList()) {
                    int number = counts.merge(parent(name), 1, Integer::sum);
                    there |= number <= reached.computeIfAbsent(parent(name), any -> random.nextInt(unsafe.size() + 1));
                }
            }
            if (there) {
                change.apply(names);
            }
        }
        for (Map.Entry<String, Node> each : names.entrySet()) {
            Path target = into.resolve(each.getKey().equals(root) ? "." : each.getKey().substring(root.length() + 1)).normalize();
            if (each.getValue().folder && (target.equals(into) || Files.isDirectory(target.getParent()))) {
                Files.createDirectories(target);
            } else if (!each.getValue().folder && Files.isDirectory(target.getParent()) && !each.getKey().endsWith("-shm")) {
                Files.write(target, each.getValue().afterCut(rest, random));
            }
        }
    }
}
