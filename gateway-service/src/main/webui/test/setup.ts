import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { chooseLanguage, loadLanguage } from "../src/i18n";

await Promise.all([loadLanguage("en"), loadLanguage("it")]);
await chooseLanguage("en");
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
