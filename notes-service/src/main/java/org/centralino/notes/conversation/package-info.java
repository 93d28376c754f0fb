/// Which conversations there are and who holds them: it decides who may see their notes.
package org.centralino.notes.conversation;
