/// Serves the operators' web app, and what a browser must be told about it.
package org.centralino.gateway.web;
