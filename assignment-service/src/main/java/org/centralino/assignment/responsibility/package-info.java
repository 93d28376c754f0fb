/// Taking, giving, taking over and giving back conversations.
package org.centralino.assignment.responsibility;
