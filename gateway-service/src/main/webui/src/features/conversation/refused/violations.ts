import type { Problem } from "../../../api/types";
import type { Translate } from "../../../i18n";

const AT_PLACE = /^(?:card\.(\d+)\.)?(header|body|button)(?:\.(\d+)(?=\.))?(?:\.(.+))?$/;
const WHOLE = ["place", "products", "cards", "offerEndsAt"] as const;

/** What the server says is wrong in what was filled in, place by place; `null` when it names none. */
export function violationsInWords({ violations = [] }: Problem, t: Translate): string | null {
  if (violations.length === 0) return null;
  return violations
    .map(({ field, message }) =>
      t("refused.at", { place: placeOf(field, t), flaw: t(`refused.flaw.${flawIn(message)}`) }),
    )
    .join(" ");
}

function placeOf(field: string, t: Translate): string {
  const whole = WHOLE.find((each) => each === field);
  if (whole) return t(`refused.place.${whole}`);
  const [, card, place, button, name] = AT_PLACE.exec(field) ?? [];
  if (place !== "header" && place !== "body" && place !== "button") return field;
  const part = [t(`refused.place.${place}`, { number: Number(button ?? 0) + 1 }), name && `{{${name}}}`]
    .filter(Boolean)
    .join(" ");
  return card === undefined ? part : t("refused.place.card", { part, number: Number(card) + 1 });
}

/** The server's own words are English: what they come to is said in the operator's language. */
function flawIn(message: string): "long" | "missing" | "other" {
  if (/too long|longer|at most|size must/.test(message)) return "long";
  return /missing|must not be (?:empty|blank|null)|needs/.test(message) ? "missing" : "other";
}
