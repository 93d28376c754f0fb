package org.centralino.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// Breaks one promise in a running service. A named method that answers yes or no says no, whatever is asked, and
/// one that answers nothing does nothing: `-javaagent:saboteur.jar=org/centralino/…/Conversation#isHeldByAnother`.
/// Or a text of a class, such as a guard in its SQL, becomes another: `…=<class>~<text>~<other text>`, each encoded
/// as in a URL, because the JVM cuts options at spaces.
public final class SaboteurAgent {
    private static final String METHOD = "#";
    private static final String TEXT = "~";

    private SaboteurAgent() {}

    /// Called by the JVM before the service's own code.
    public static void premain(String target, Instrumentation jvm) {
        if (target.contains(METHOD)) {
            var place = target.split(METHOD, 2);
            jvm.addTransformer(new Silenced(place[0], place[1]));
        } else {
            var place = target.split(TEXT, 3);
            jvm.addTransformer(new Reworded(place[0], decoded(place[1]), decoded(place[2])));
        }
    }

    /// @return how [#premain] is told to replace a text
    static String rewording(String type, String text, String other) {
        return String.join(TEXT, type, encoded(text), encoded(other));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// @return a jar that the JVM takes as an agent
    public static Path jar(Path file) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), SaboteurAgent.class.getName());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (var type : new Class<?>[] {SaboteurAgent.class, Sabotage.class, Silenced.class, Reworded.class}) {
                    var name = type.getName().replace('.', '/') + ".class";
                    jar.putNextEntry(new JarEntry(name));
                    try (var code = type.getClassLoader().getResourceAsStream(name)) {
                        code.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The agent cannot be packed", unwritable);
        }
    }

    /// Rewrites one class while it is loaded.
    abstract static class Sabotage implements ClassFileTransformer {
        private final String type;

        Sabotage(String type) {
            this.type = type;
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] code) {
            return type.equals(name) ? broken(code) : null;
        }

        byte[] broken(byte[] code) {
            var format = ClassFile.of();
            System.err.printf("Saboteur: in %s %s%n", type, this);
            return format.transformClass(format.parse(code), breaking());
        }

        abstract ClassTransform breaking();
    }

    /// A method that says no, or does nothing.
    static final class Silenced extends Sabotage {
        private final String method;

        Silenced(String type, String method) {
            super(type);
            this.method = method;
        }

        @Override
        ClassTransform breaking() {
            return (builder, element) -> {
                if (!(element instanceof MethodModel it) || !it.methodName().equalsString(method)) {
                    builder.with(element);
                    return;
                }
                var answer = it.methodTypeSymbol().returnType();
                var flags = it.flags().flagsMask();
                if (answer.equals(ConstantDescs.CD_boolean)) {
                    builder.withMethodBody(
                            it.methodName(),
                            it.methodType(),
                            flags,
                            body -> body.iconst_0().ireturn());
                } else if (answer.equals(ConstantDescs.CD_void)) {
                    builder.withMethodBody(it.methodName(), it.methodType(), flags, body -> body.return_());
                } else {
                    builder.with(element);
                }
            };
        }

        @Override
        public String toString() {
            return method + " says no, or does nothing";
        }
    }

    /// A text that says something else.
    static final class Reworded extends Sabotage {
        private final String text;
        private final String other;

        Reworded(String type, String text, String other) {
            super(type);
            this.text = text;
            this.other = other;
        }

        @Override
        ClassTransform breaking() {
            return ClassTransform.transformingMethodBodies((CodeTransform) (builder, element) -> {
                if (element instanceof ConstantInstruction constant
                        && constant.constantValue() instanceof String words
                        && words.contains(text)) {
                    builder.loadConstant(words.replace(text, other));
                } else {
                    builder.with(element);
                }
            });
        }

        @Override
        public String toString() {
            return "'%s' reads '%s'".formatted(text, other);
        }
    }
}
