// Runs before the first paint, so that a chosen theme or language never flashes the other one.
try {
  var theme = localStorage.getItem("centralino.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  var language = localStorage.getItem("centralino.language");
  if (language === "it" || language === "en") document.documentElement.lang = language;
} catch {
  // Storage can be switched off: the system's theme and language are used.
}
