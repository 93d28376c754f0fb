/// The rules of responsibility, free of any framework.
package org.centralino.assignment.responsibility.domain;
