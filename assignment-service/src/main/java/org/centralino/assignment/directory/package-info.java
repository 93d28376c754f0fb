/// Everybody who has signed in.
package org.centralino.assignment.directory;
