/// What each service would otherwise repeat: telling events at least once (outbox) and hearing them once,
/// problem documents, who is asking and what he may do, the clock. A thing that one service uses is not
/// here.
package org.centralino.kit;
