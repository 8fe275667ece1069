package cn.anlan;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** One file of the house's own source, as the compiler reads it; for the tests that look at how the house is written. */
record SourceFile(Path path, String text, List<Method> methods, List<Method> records, Words words) {
    /** A method, or the header of a record, with its length and how many things it takes. */
    record Method(String name, int lines, int parameters) {}

    /** What is said in it: string literals, types without Javadoc, and calls that name a text. */
    record Words(List<String> literals, List<String> undocumented, List<Call> calls) {}

    /** A call with its first argument when that is a plain string, and all its arguments. */
    record Call(String name, List<String> texts, int arguments) {}

    static List<SourceFile> readAll(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> found = Files.walk(folder); var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> files = found.filter(path -> path.toString().endsWith(".java")).sorted().toList();
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path path = Path.of(unit.getSourceFile().toUri());
                var reader = new Reader(trees, unit);
                reader.scan(new TreePath(unit), null);
                Path relative = folder.resolve(folder.toAbsolutePath().relativize(path));
                sources.add(new SourceFile(relative, Files.readString(path), reader.methods, reader.records,
                        new Words(reader.literals, reader.undocumented, reader.calls)));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    boolean isPackageInfo() {
        return name().equals("package-info.java");
    }

    int lines() {
        return (int) text.lines().count();
    }

    List<String> literals() {
        return words.literals;
    }

    List<String> undocumented() {
        return words.undocumented;
    }

    List<Call> calls() {
        return words.calls;
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final List<Method> methods = new ArrayList<>();
        private final List<Method> records = new ArrayList<>();
        private final List<String> literals = new ArrayList<>();
        private final List<String> undocumented = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();

        private Reader(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        private int lines(Tree tree) {
            var positions = trees.getSourcePositions();
            long start = positions.getStartPosition(unit, tree);
            long end = positions.getEndPosition(unit, tree);
            return (int) (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1);
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (getCurrentPath().getParentPath().getLeaf() == unit && trees.getDocComment(getCurrentPath()) == null) {
                undocumented.add(type.getSimpleName().toString());
            }
            if (type.getKind() == Tree.Kind.RECORD) {
                int components = (int) type.getMembers().stream().filter(member -> member instanceof VariableTree variable
                        && !variable.getModifiers().getFlags().contains(Modifier.STATIC)).count();
                records.add(new Method(type.getSimpleName().toString(), lines(type), components));
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            methods.add(new Method(unit.getSourceFile().getName().replaceAll(".*/", "") + "#" + method.getName(), lines(method),
                    method.getParameters().size()));
            return super.visitMethod(method, none);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String text) {
                literals.add(text);
            }
            return super.visitLiteral(literal, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            calls.add(new Call(call.getMethodSelect().toString(), texts(call.getArguments()), call.getArguments().size()));
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            calls.add(new Call("new " + call.getIdentifier(), texts(call.getArguments()), call.getArguments().size()));
            return super.visitNewClass(call, none);
        }

        /** One text an argument; empty for an argument that is no literal. */
        private static List<String> texts(List<? extends Tree> arguments) {
            return arguments.stream().map(argument -> argument instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : "")
                    .toList();
        }
    }
}
