package io.sluice.ops;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A type, a method or a call as it stands in a source file.
 *
 * @param file where it stands
 * @param kind what it is
 * @param name its name; of a call, what is called, as written
 * @param line its first line, from 1
 * @param lines how many lines it takes, annotations included and Javadoc not
 */
record SourceElement(Path file, Kind kind, String name, long line, long lines) {
    enum Kind {
        TYPE,
        METHOD,
        CALL
    }

    /** Parses the files with the compiler of the running JDK, and compiles nothing. */
    static List<SourceElement> in(final List<Path> files) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final List<SourceElement> elements = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            final JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            final SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (final CompilationUnitTree unit : task.parse()) {
                new Collector(unit, positions, elements).scan(unit, null);
            }
        }
        return elements;
    }

    @Override
    public String toString() {
        return "%s:%d %s %s, %d lines".formatted(file, line, kind, name, lines);
    }

    private static final class Collector extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<SourceElement> elements;

        Collector(final CompilationUnitTree unit, final SourcePositions positions, final List<SourceElement> elements) {
            this.unit = unit;
            this.positions = positions;
            this.elements = elements;
        }

        @Override
        public Void visitClass(final ClassTree type, final Void none) {
            add(Kind.TYPE, type.getSimpleName().toString(), type);
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(final MethodTree method, final Void none) {
            add(Kind.METHOD, method.getName().toString(), method);
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitMethodInvocation(final MethodInvocationTree call, final Void none) {
            add(Kind.CALL, call.getMethodSelect().toString(), call);
            return super.visitMethodInvocation(call, null);
        }

        private void add(final Kind kind, final String name, final Tree tree) {
            final LineMap map = unit.getLineMap();
            final long first = map.getLineNumber(positions.getStartPosition(unit, tree));
            final long last = map.getLineNumber(positions.getEndPosition(unit, tree));
            elements.add(new SourceElement(Path.of(unit.getSourceFile().toUri()), kind, name, first, last - first + 1));
        }
    }
}
