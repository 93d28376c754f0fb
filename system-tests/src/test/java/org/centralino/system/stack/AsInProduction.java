package org.centralino.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of tests that is given a product of which more is asked than of the usual one
/// ([RunningStack#startedAsInProduction]); all such classes share one, and run one after the other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Product.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(2)
public @interface AsInProduction {}
