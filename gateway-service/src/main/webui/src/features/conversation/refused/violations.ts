import type { Problem } from "../../../api/types";
import type { Translate } from "../../../i18n";

type Violation = NonNullable<Problem["violations"]>[number];

const AT_PLACE = /^(?:card\.(\d+)\.)?(header|body|button)(?:\.(\d+)(?=\.))?(?:\.(.+))?$/;
const WHOLE = ["place", "products", "cards", "offerEndsAt"] as const;
/** Rules with a number, and those without one. */
const LIMITED = ["too-long", "too-short", "too-many", "too-few", "too-small", "too-large", "count"] as const;
const PLAIN = [
  ...(["missing", "empty", "malformed", "unknown", "twice", "no-text", "broken-line"] as const),
  ...(["picture-missing", "video-missing", "document-missing", "not-taken", "differs", "over"] as const),
] as const;

/** What the server says is wrong in what was filled in, place by place; `null` when it names none. */
export function violationsInWords({ violations = [] }: Problem, t: Translate): string | null {
  if (violations.length === 0) return null;
  return violations
    .map((violation) =>
      t("refused.at", { place: placeOf(violation.field, t), flaw: flawInWords(violation, t) }),
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

/** In the operator's language; the server's own words, which are English, where it names a rule that is not known here. */
function flawInWords({ code, limit, message }: Violation, t: Translate): string {
  const plain = PLAIN.find((each) => each === code);
  if (plain) return t(`refused.flaw.${plain}`);
  const limited = LIMITED.find((each) => each === code);
  return limited && limit !== undefined
    ? t(`refused.flaw.${limited}`, { limit })
    : t("refused.flaw.said", { words: message });
}
