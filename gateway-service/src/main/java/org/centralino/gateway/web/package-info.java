/// Serves the operators' web app, and what a browser must be told about it.
@NullMarked
package org.centralino.gateway.web;

import org.jspecify.annotations.NullMarked;
