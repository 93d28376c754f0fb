package org.centralino.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Breaks one promise in a running service: a named method that answers yes or no says no, whatever is
/// asked. `-javaagent:saboteur.jar=org/centralino/…/Conversation#isHeldByAnother`
public final class SaboteurAgent {
    private SaboteurAgent() {}

    /// Called by the JVM before the service's own code.
    public static void premain(String target, Instrumentation jvm) {
        var place = target.split("#", 2);
        jvm.addTransformer(new AlwaysNo(place[0], place[1]));
    }

    /// @return a jar that the JVM takes as an agent
    public static Path jar(Path file) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), SaboteurAgent.class.getName());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (var type : new Class<?>[] {SaboteurAgent.class, AlwaysNo.class}) {
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

    /// Rewrites the method while its class is loaded.
    static final class AlwaysNo implements ClassFileTransformer {
        private final String type;
        private final String method;

        AlwaysNo(String type, String method) {
            this.type = type;
            this.method = method;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
            return type.equals(name) ? broken(code) : null;
        }

        byte[] broken(byte[] code) {
            var format = ClassFile.of();
            ClassTransform rewriting = (builder, element) -> {
                if (element instanceof MethodModel it && isMeant(it)) {
                    builder.withMethodBody(
                            it.methodName(),
                            it.methodType(),
                            it.flags().flagsMask(),
                            body -> body.iconst_0().ireturn());
                } else {
                    builder.with(element);
                }
            };
            System.err.printf("Saboteur: %s#%s always says no%n", type, method);
            return format.transformClass(format.parse(code), rewriting);
        }

        private boolean isMeant(MethodModel it) {
            return it.methodName().equalsString(method)
                    && it.methodTypeSymbol().returnType().equals(ConstantDescs.CD_boolean);
        }
    }
}
