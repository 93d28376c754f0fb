import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { chooseLanguage } from "../src/i18n";

chooseLanguage("en");
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
