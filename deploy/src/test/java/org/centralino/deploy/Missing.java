package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.strimzi.crdgenerator.annotations.RequiredInVersions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a Strimzi object must have by its type, and has not. To read an object by its type finds only what is too much.
final class Missing {
    private final SortedSet<String> found = new TreeSet<>();

    private Missing() {}

    static SortedSet<String> in(Object object) {
        var missing = new Missing();
        missing.look("", object);
        return missing.found;
    }

    private void look(String path, Object object) {
        if (object instanceof Collection<?> several) {
            several.forEach(one -> look(path, one));
            return;
        }
        if (object == null || object instanceof Enum || !isStrimzis(object.getClass())) {
            return;
        }
        Stream.of(object.getClass().getMethods()).filter(Missing::isGetter).forEach(getter -> {
            var value = valueOf(getter, object);
            var below = path + "." + getter.getName();
            if (value == null && isNeeded(getter)) {
                found.add(below);
            }
            look(below, value);
        });
    }

    private static boolean isStrimzis(Class<?> type) {
        return type.getName().startsWith("io.strimzi.api.");
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && !method.isBridge()
                && isStrimzis(method.getDeclaringClass());
    }

    private static boolean isNeeded(Method getter) {
        var property = getter.getAnnotation(JsonProperty.class);
        return property != null && property.required() || getter.isAnnotationPresent(RequiredInVersions.class);
    }

    private static Object valueOf(Method getter, Object object) {
        try {
            return getter.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
