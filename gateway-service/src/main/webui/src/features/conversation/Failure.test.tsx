import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Failure } from "./Failure";
import { failureInWords } from "./failures";

const unreached = {
  en: failureInWords({ code: 0, title: "WhatsApp could not be reached" }, "en").why,
  it: failureInWords({ code: 0, title: "WhatsApp could not be reached" }, "it").why,
};

/** The titles under which our own services give up, as they stand in their sources. */
function ours(): string[] {
  const services = ["outbound-service", "conversation-service"].map((service) =>
    join("..", "..", "..", "..", service, "src", "main", "java"),
  );
  const sources = services.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".java"))
      .map((path) => readFileSync(join(root, path), "utf8"))
      .filter((source) => /new PlatformError\(\s*0,/.test(source)),
  );
  return sources.flatMap((source) =>
    [...source.matchAll(/(?:new PlatformError\(\s*0,|\brefused\(\s*message,)\s*"([^"]+)"/g)].map(
      ([, title]) => title!,
    ),
  );
}

describe("why a message was not delivered", () => {
  it("is said in words, with what to do and the code", () => {
    render(
      <p>
        <Failure error={{ code: 131047, title: "Re-engagement message" }} />
      </p>,
    );
    const said = screen.getByText(/has not written for more than 24 hours/).textContent;
    expect(said).toMatch(/Only a template reaches them.*131047/);
  });

  it("is said in Italian as well", () => {
    expect(failureInWords({ code: 132015 }, "it").why).toContain("modello");
  });

  it("is said of every code of the fact sheet that a send can meet", () => {
    const codes = [1, 2, 3, 4, 10, 33, 100, 190, 200, 299, 368, 613, 80007, 130403, 130429, 130472, 130497];
    const of131 = [
      0, 5, 8, 9, 16, 20, 21, 26, 30, 31, 37, 41, 42, 45, 47, 48, 49, 50, 51, 52, 53, 55, 56, 57, 59,
    ];
    const others = [131062, 131063, 131064, 131215, 132000, 132001, 132005, 132007, 132008, 132012, 132015];
    const more = [132016, 132018, 132068, 132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010];
    const last = [
      133015, 133016, 134011, 134100, 134101, 134102, 135000, 136024, 136025, 137000, 141000, 147003,
    ];
    const all = [...codes, ...of131.map((code) => 131000 + code), ...others, ...more, ...last];
    const silent = all.filter((code) =>
      (["en", "it"] as const).some(
        (language) => failureInWords({ code, detail: "theirs" }, language).why === "theirs",
      ),
    );
    expect(silent).toEqual([]);
  });

  it("is said of what waited too long here", () => {
    const error = { code: 0, title: "Waited too long to be sent by itself", detail: "It was written …" };
    expect(failureInWords(error, "it").why).toContain("non è partito");
  });

  it.each(ours())("is said of what our own services did not send: %s", (title) => {
    for (const language of ["en", "it"] as const) {
      const { why, what } = failureInWords({ code: 0, title, detail: "ConnectException" }, language);
      expect(why).not.toMatch(/ConnectException/);
      expect(what).not.toBe("");
      if (!/reached/.test(title)) expect(why).not.toBe(unreached[language]);
    }
  });

  it("is looked for among all that our own services say", () => {
    expect(ours()).toEqual(
      expect.arrayContaining([
        "No recipient",
        "Cannot be sent",
        "Too many requests",
        "The file is gone",
        "Not delivered",
      ]),
    );
  });

  it("is a matter of the access token where the platform does not know us, which has the code of our own reasons", () => {
    const error = { code: 0, title: "We were unable to authenticate the app user." };
    expect(failureInWords(error, "it").what).toBe("Avvisa un amministratore.");
  });

  it("is that nobody was reached where only the line's own words are known", () => {
    expect(failureInWords({ code: 0, title: "HttpTimeoutException" }, "en")).toEqual(
      failureInWords({ code: 0, title: "WhatsApp could not be reached" }, "en"),
    );
  });

  it("is what the platform says, where there are no words for it", () => {
    expect(failureInWords({ code: 999999, title: "Odd", detail: "Quite odd." }, "en").why).toBe("Quite odd.");
  });

  it("is not known when the platform gives no reason, and that is said", () => {
    expect(failureInWords(undefined, "en").why).toBe("WhatsApp gave no reason.");
  });
});
