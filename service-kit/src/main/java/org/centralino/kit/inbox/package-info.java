/// The lists of the inbox as data: a view is a filter and an order, written in JSON, which the services turn into
/// SQL or ask about a value, and the web app about its rows.
@NullMarked
package org.centralino.kit.inbox;

import org.jspecify.annotations.NullMarked;
