/// Chromium with the web app in it, as a person sees it.
@NullMarked
package org.centralino.system.browser;

import org.jspecify.annotations.NullMarked;
