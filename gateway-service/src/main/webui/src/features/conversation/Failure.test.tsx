import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Failure } from "./Failure";
import { failureInWords } from "./failures";

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

  it("is what the platform says, where there are no words for it", () => {
    expect(failureInWords({ code: 999999, title: "Odd", detail: "Quite odd." }, "en").why).toBe("Quite odd.");
  });

  it("is not known when the platform gives no reason, and that is said", () => {
    expect(failureInWords(undefined, "en").why).toBe("WhatsApp gave no reason.");
  });
});
