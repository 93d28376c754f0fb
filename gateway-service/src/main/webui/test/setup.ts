import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { chooseLanguage } from "../src/i18n";

chooseLanguage("en");

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
