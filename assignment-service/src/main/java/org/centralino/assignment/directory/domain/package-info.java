/// What matters about a colleague, free of any framework.
package org.centralino.assignment.directory.domain;
