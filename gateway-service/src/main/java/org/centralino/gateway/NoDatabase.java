package org.centralino.gateway;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The gateway has no database. What the service kit says about one is hidden here, so that Quarkus does not warn
/// of settings that nobody reads.
public final class NoDatabase implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final List<String> OF_A_DATABASE = List.of("quarkus.datasource.", "quarkus.flyway.");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return isOfADatabase(name) ? null : context.proceed(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        var names = Spliterators.spliteratorUnknownSize(context.iterateNames(), Spliterator.ORDERED);
        return StreamSupport.stream(names, false)
                .filter(name -> !isOfADatabase(name))
                .iterator();
    }

    private static boolean isOfADatabase(String name) {
        return OF_A_DATABASE.stream().anyMatch(name::startsWith);
    }
}
